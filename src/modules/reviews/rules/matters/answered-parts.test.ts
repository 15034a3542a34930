import { expect, test } from 'vitest'
import { answeredParts } from './answered-parts.ts'

const id = (digit: string) => `${digit.repeat(8)}-0000-7000-8000-000000000000`
const part = (digit: string, review: string, matterId: string | null = null) => ({
  id: id(digit),
  review,
  at: review,
  matterId,
})
const parts = [
  part('1', '2023Q1', id('a')),
  part('2', '2024Q1', id('a')),
  part('3', '2024Q1'),
  part('4', '2025Q1', id('a')),
]
const known = {
  byId: new Map(parts.map((each) => [each.id, each])),
  byMatter: Map.groupBy(parts, ({ matterId }) => matterId),
}
const line = (key: string, hrefs: string[]) =>
  answeredParts({ key, sources: hrefs.map((href) => ({ href })), at: '2025Q1', review: '2025Q1' }, known)

test('a line answers the shortfalls that its key and its sources name', () => {
  expect(line(`follow-up:${id('3')}`, [])).toEqual([id('3')])
  expect(line('own', [`/reports/${id('9')}?statement=${id('2')}`, `/ledger/${id('8')}`])).toEqual([id('2')])
})

test('of a matter it answers what was told last before it, never its own review', () => {
  expect(line(`matter:${id('a')}`, [])).toEqual([id('2')])
  expect(line(`follow-up:${id('4')}`, [])).toEqual([])
})

test('what a line of an earlier book followed up is followed up by the line that names it', () => {
  const before = new Map([[id('7'), [id('1')]]])
  const again = { key: `follow-up:line:${id('7')}`, sources: [], at: '2025Q1', review: '2025Q1' }
  expect(answeredParts(again, known, before)).toEqual([id('1')])
})
