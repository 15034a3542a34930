import { expect, it } from 'vitest'
import { fullest, retold, type Told } from './retold.ts'

const told = (id: string, reportId: string, text: string, review = '2024Q1'): Told => ({
  id,
  unitId: 'u',
  review,
  reportId,
  text,
})

it('links what a report and its digest both tell, each once', () => {
  const links = retold([
    told('a', 'report', '发展壮大农村集体经济'),
    told('b', 'report', '农村集体经济基础'),
    told('c', 'digest', '农村集体经济基础'),
    told('d', 'digest', '壮大农村集体经济'),
    told('e', 'digest', '城市精细化管理'),
  ])
  expect(links).toEqual([
    ['b', 'c'],
    ['a', 'd'],
  ])
})

it('holds apart what one report holds apart, and what two reviews tell', () => {
  const same = '农村集体经济基础'
  expect(retold([told('a', 'report', same), told('b', 'report', same)])).toEqual([])
  expect(retold([told('a', 'report', same), told('b', 'later', same, '2025Q1')])).toEqual([])
})

it('counts the report that tells most', () => {
  const one = { reportId: 'one' }
  const two = { reportId: 'two' }
  expect(fullest([one, two, two])).toEqual([two, two])
  expect(fullest([])).toEqual([])
})
