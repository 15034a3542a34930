import { describe, expect, it } from 'vitest'
import { readPack } from '../read-pack.ts'
import { cohortMembers, findCohort } from './cohort-members.ts'

const riverport = readPack('riverport').register
const shanghai = readPack('shanghai').register
const keys = (register: typeof riverport, cohort: string, day: string | null) =>
  cohortMembers(register, cohort, day).map(({ key }) => key)

describe('The members of a cohort', () => {
  it('are those of the day: a merged district leaves, a renamed county is replaced', () => {
    expect(keys(riverport, 'central', '2019-02-28')).toContain('jiujin')
    expect(keys(riverport, 'central', '2019-03-01')).not.toContain('jiujin')
    expect(keys(riverport, 'suburban', '2021-05-31')).toEqual(['yunbo', 'heting', 'yanshi', 'weizhou-county'])
    expect(keys(riverport, 'suburban', '2021-06-01')).toEqual(['yunbo', 'heting', 'yanshi', 'weizhou'])
  })

  it('follow a unit that moves from one cohort to another', () => {
    expect(keys(riverport, 'central', '2021-12-31')).not.toContain('yanshi')
    expect(keys(riverport, 'central', '2022-01-01')).toContain('yanshi')
    expect(keys(riverport, 'suburban', '2022-01-01')).not.toContain('yanshi')
  })

  it.each([
    ['2024-01-15', 16],
    ['2015-11-04', 16],
    ['2015-11-03', 17],
    ['2011-06-07', 18],
    ['2009-05-05', 19],
  ])('of Shanghai on %s are %i', (day, count) => {
    expect(keys(shanghai, 'city-wide', day)).toHaveLength(count)
  })

  it('of 中心城区 and 郊区 never overlap, and with 浦东新区 make up the city', () => {
    for (const day of ['2008-01-01', '2014-01-01', '2024-01-15']) {
      const parts = [...keys(shanghai, 'central', day), ...keys(shanghai, 'suburban', day), '310115']
      expect(parts.toSorted()).toEqual(keys(shanghai, 'city-wide', day).toSorted())
    }
  })
})

describe('A cohort', () => {
  it('is found by key, name, alias, or traditional script', () => {
    for (const name of ['central', '中心城区', '中心区', '中心城區'])
      expect(findCohort(riverport, name)?.key).toBe('central')
    expect(findCohort(riverport, '六县市')).toBeUndefined()
  })
})
