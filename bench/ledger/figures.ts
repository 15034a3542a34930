/** What a series of requests or transactions took. */
export interface Figures {
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
  readonly count: number
}

export function figuresOf(milliseconds: readonly number[], seconds: number): Figures {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), perSecond: sorted.length / seconds, count: sorted.length }
}
