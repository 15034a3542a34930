import { expect, it } from 'vitest'
import { mappingFault } from './mapping-fault.ts'

it.each([
  [['lead', null], 'title-unmapped'],
  [['title', 'lead', 'lead'], 'field-twice'],
  [[null, 'title', null], undefined],
  [['content', 'lead'], undefined],
] as const)('of %j is %s', (columns, fault) => {
  expect(mappingFault(columns)).toBe(fault)
})
