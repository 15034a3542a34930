import { expect, it } from 'vitest'
import { statementOf } from '../testing.ts'
import { filterStatements, groupStatements, NO_FILTER } from './group-statements.ts'
import { planBulkAccept } from './plan-bulk-accept.ts'

it('groups by unit in the order of the text; unknown names and nobody stand last, each for itself', () => {
  const nobody = statementOf({ unitId: null, unitName: null, spans: [[0, 2]] })
  const unknown = statementOf({ unitId: null, unitName: '某某区', spans: [[3, 5]] })
  const later = statementOf({ spans: [[40, 50]] })
  const other = statementOf({ unitId: 'b', unitName: '望汐区', spans: [[10, 20]] })
  const earlier = statementOf({ spans: [[30, 35]] })
  const groups = groupStatements([later, nobody, unknown, other, earlier])
  expect(groups.map((group) => group.statements)).toEqual([[other], [earlier, later], [unknown], [nobody]])
})

it('filters by words, kind and status together', () => {
  const one = statementOf({ subject: '停车秩序' })
  const two = statementOf({ subject: '停车收费', status: 'accepted' })
  const found = (filter: object) =>
    filterStatements([one, two], { ...NO_FILTER, ...filter }, (statement) => statement.subject)
  expect(found({ text: ' 停车 ' })).toEqual([one, two])
  expect(found({ text: '停车', status: 'accepted' })).toEqual([two])
  expect(found({ kind: 'rank' })).toEqual([])
})

it('plans a bulk acceptance as the server will: sure enough, and of a known unit', () => {
  const sure = statementOf({ confidence: 0.9 })
  const unsure = statementOf({ confidence: 0.89 })
  const unitless = statementOf({ confidence: 0.95, unitId: null })
  const decided = statementOf({ confidence: 0.99, status: 'rejected' })
  expect(planBulkAccept([sure, unsure, unitless, decided], 0.9)).toEqual({
    accept: [sure],
    withoutUnit: [unitless],
    below: [unsure],
  })
})
