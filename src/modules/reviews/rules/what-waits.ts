import type { Home } from '../schema.ts'

type Waiting = Home['waiting'][number]

export interface Standing {
  readonly proposed: number
  /** The one report that has all the undecided statements, when it is one. */
  readonly onlyOpenReportId: string | null
  readonly overdue: number
  readonly dueSoon: number
  readonly withoutLead: number
  readonly suggested: number
}

export interface May {
  readonly accept: boolean
  readonly correct: boolean
  readonly decide: boolean
}

/**
 * What waits for a person, most urgent first: late items for everybody who sees them; statements, items without a
 * lead and likely recurrences only for those who can do something about them.
 */
export function whatWaits(standing: Standing, may: May): Waiting[] {
  const { proposed, onlyOpenReportId, overdue, dueSoon, withoutLead, suggested } = standing
  const waiting: Waiting[] = [
    { kind: 'overdue', count: overdue, href: '/ledger?isOverdue=true' },
    { kind: 'due-soon', count: dueSoon, href: '/ledger?isDueSoon=true' },
  ]
  if (may.accept) {
    const href = onlyOpenReportId === null ? '/reports' : `/reports/${onlyOpenReportId}`
    waiting.push({ kind: 'statements', count: proposed, href })
  }
  if (may.correct)
    waiting.push({ kind: 'without-lead', count: withoutLead, href: '/ledger?isOpen=true&leadUnitId=none' })
  if (may.decide) waiting.push({ kind: 'recurrences', count: suggested, href: '/reviews' })
  return waiting.filter(({ count }) => count > 0)
}
