import { alertLines } from './alert-lines.ts'
import type { DraftLine } from './draft-line.ts'
import type { Facts } from './facts.ts'
import { figureLines } from './figure-lines.ts'
import { followUpLines } from './follow-up-lines.ts'
import { itemLines } from './item-lines.ts'
import { paceLines } from './pace-lines.ts'
import { rankLines } from './rank-lines.ts'

/** The order of kinds on a sheet; within one kind lines stand as their rule gives them. */
const ORDER: readonly DraftLine['kind'][] = [
  'first',
  'rank-near-top',
  'rank-gain',
  'ahead-of-pace',
  'figure',
  'items-closed',
  'came-back',
  'behind-pace',
  'bottom-of-cohort',
  'rank-fall',
  'items-overdue',
  'items-late',
  'items-returned',
  'alert',
  'follow-up',
]

/** A unit's sheet as the data give it. O(standings + targets + items × earlier shortfalls). */
export function draftSheet(facts: Facts): DraftLine[] {
  const ranks = rankLines(facts)
  const paces = paceLines(facts)
  const told = [...ranks, ...paces]
  const short = told.filter(({ side }) => side === 'shortfall')
  const lines = [
    ...ranks,
    ...paces,
    ...figureLines(facts, codesIn(told)),
    ...itemLines(facts),
    ...alertLines(facts, codesIn(short)),
    ...followUpLines(facts),
  ]
  return lines.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** The indicators that lines tell: the sources of figures are keyed by them. */
function codesIn(lines: readonly DraftLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ sources }) => sources.flatMap(({ label }) => label.key ?? [])))
}
