import { expect, test } from 'vitest'
import { type FoundShort, findRecurrences } from './find-recurrences.ts'

const short = (id: string, at: string, subject: string, unitId = 'u1'): FoundShort => ({
  id,
  unitId,
  reportId: `report-${at}`,
  review: at,
  subject,
  at,
})
const never = () => false

test('a matter that comes back is paired with the earlier one, in time', () => {
  const earlier = short('a', '2023Q1', '发展壮大农村集体经济')
  const later = short('b', '2024Q1', '激发农村集体经济内生动力')
  const pairs = findRecurrences([later, earlier], never)
  expect(pairs.map((pair) => [pair.earlier.id, pair.later.id])).toEqual([['a', 'b']])
})

test('another unit or the same report is no recurrence', () => {
  const one = short('a', '2023Q1', '农村集体经济')
  expect(findRecurrences([one, short('b', '2024Q1', '农村集体经济', 'u2')], never)).toEqual([])
  expect(findRecurrences([one, short('c', '2023Q1', '农村集体经济')], never)).toEqual([])
})

test('of one earlier report only the likeliest is suggested', () => {
  const later = short('c', '2024Q1', '农村集体经济')
  const pairs = findRecurrences(
    [short('a', '2023Q1', '农村集体经济发展'), short('b', '2023Q1', '集体经济组织管理'), later],
    never,
  )
  expect(pairs.map((pair) => pair.earlier.id)).toEqual(['a'])
})

test('what a person decided stays, however unlike the words', () => {
  const [earlier, later] = [short('a', '2023Q1', '渔港扩建'), short('b', '2024Q1', '物业治理')]
  expect(findRecurrences([earlier, later], () => true)).toHaveLength(1)
})
