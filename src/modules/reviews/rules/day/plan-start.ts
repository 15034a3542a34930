import type { Speech } from './speech-seconds.ts'

/**
 * Where a stretch that is started at an instant stands among the others, of which no two overlap: the one that ran at that
 * instant stops then; one that began after it (the start came late over a broken network) ends it.
 * @returns whom it cuts short, and when the new one stops, null while it runs
 */
export function planStart<S extends Speech>(
  others: readonly S[],
  at: Date,
): { readonly cut: S | null; readonly stoppedAt: Date | null } {
  const cut = others.find(
    ({ startedAt, stoppedAt }) => startedAt <= at && (stoppedAt === null || stoppedAt > at),
  )
  const later = others.map(({ startedAt }) => startedAt.getTime()).filter((start) => start > at.getTime())
  return { cut: cut ?? null, stoppedAt: later.length > 0 ? new Date(Math.min(...later)) : null }
}
