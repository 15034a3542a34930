import { expect, it } from 'vitest'
import type { Comparison } from '../../../api/review-after.ts'
import { shownUnits } from './compare-rows.ts'

const line = (lineId: string) =>
  ({ lineId, side: 'strength', text: lineId, outcome: null, href: '/' }) as const
const said = (statementId: string) =>
  ({ statementId, kind: 'rank', subject: '', quote: statementId, href: '/' }) as const
const pair = (id: string, verdict: 'suggested' | 'confirmed', differs: boolean) => ({
  ...{ line: line(`line-${id}`), statement: said(`said-${id}`), verdict, differs },
  ...{ decidedBy: null, score: 900, sharedWords: [], figures: [] },
})
const units: Comparison['units'] = [
  {
    unitId: 'one',
    pairs: [pair('a', 'suggested', true), pair('b', 'confirmed', false)],
    onlyPrinted: [said('said-c')],
    onlySaid: [],
    rejected: [],
  },
  { unitId: 'two', pairs: [], onlyPrinted: [], onlySaid: [line('line-d')], rejected: [] },
]
const ids = (show?: 'open' | 'differs' | 'printed' | 'said') =>
  shownUnits(units, show).map(({ rows }) => rows.map(({ id }) => id))

it('shows pairs, then what was only printed, then what was only said, unit by unit', () => {
  expect(ids()).toEqual([['line-a.said-a', 'line-b.said-b', 'said-c'], ['line-d']])
})

it.each([
  ['open', [['line-a.said-a']]],
  ['differs', [['line-a.said-a']]],
  ['printed', [['said-c']]],
  ['said', [['line-d']]],
] as const)('narrowed to %s, leaves units out that have none', (show, rows) => {
  expect(ids(show)).toEqual(rows)
})
