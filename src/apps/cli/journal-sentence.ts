import type { JournalVerdict } from '../../platform/journal/index.ts'
import type { Shell } from './shell.ts'

export interface Verified {
  tenant: string
  verdict: JournalVerdict
  /** How many anchors from outside were held against it. */
  anchors: number
}

/** What became of a journal's check, in words. */
export function journalSentence({ text }: Shell, { tenant, verdict, anchors }: Verified): string {
  if (verdict.kind === 'broken') {
    const reason = text(`cli.journal-broken.${verdict.reason}`)
    return text('cli.journal-broken', { tenant, seq: verdict.seq, reason })
  }
  const { entries, archived } = verdict
  if (archived !== undefined) return text('cli.journal-whole-archived', { tenant, entries, archived })
  return anchors === 0
    ? text('cli.journal-whole', { tenant, entries })
    : text('cli.journal-whole-anchored', { tenant, entries, anchors })
}
