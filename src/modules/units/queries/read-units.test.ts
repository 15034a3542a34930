import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { subtreeUnitIds } from '../store/subtree.ts'
import { getUnit } from './get-unit.ts'
import { listUnits } from './list-units.ts'
import { resolveName } from './resolve-name.ts'

let city: TestCity

beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

describe('The register, for every role', () => {
  it('lists the units of every time, in the order of the pack', async () => {
    for (const role of ['officer', 'liaison', 'leader', 'statistician', 'auditor'] as const) {
      const { units, cohorts } = await listUnits(city.as(role, { unit: 'heting' }), {})
      expect(units.map(({ key }) => key)).toContain('jiujin')
      expect(units[0]!.key).toBe('province')
      expect(cohorts.map(({ key }) => key)).toEqual(['city-wide', 'central', 'suburban', 'departments'])
    }
  })

  it('lists the units of a day with the cohorts of that day', async () => {
    const { units } = await listUnits(city.as('officer'), { asOf: '2024-04-10' })
    expect(units.map(({ key }) => key)).not.toContain('jiujin')
    const yanshi = units.find(({ key }) => key === 'yanshi')!
    expect(yanshi.cohorts.map(({ key }) => key)).toEqual(['city-wide', 'central'])
  })

  it('gives a unit with its links as ids', async () => {
    const unit = await getUnit(city.as('officer'), city.unitId('weizhou-county'))
    expect(unit).toMatchObject({
      name: '苇洲县',
      parentId: city.unitId('riverport'),
      successorId: city.unitId('weizhou'),
      validity: { from: null, to: '2021-06-01' },
    })
    const unknown = '00000000-0000-7000-8000-000000000009'
    await expect(getUnit(city.as('officer'), unknown)).rejects.toMatchObject({ code: 'units.not-found' })
  })

  it('says what a name means as of a day, today by default', async () => {
    const officer = city.as('officer')
    const resolved = await resolveName(officer, { name: '苇洲区委' })
    expect(resolved).toEqual({ kind: 'resolved', unitId: city.unitId('weizhou'), via: 'variant' })
    expect(await resolveName(officer, { name: '苇洲县' })).toEqual({
      kind: 'unresolved',
      reason: 'not-valid-then',
      candidateIds: [city.unitId('weizhou')],
    })
    expect(await resolveName(officer, { name: '苇洲县', asOf: '2020-01-01' })).toMatchObject({
      unitId: city.unitId('weizhou-county'),
    })
  })

  it('knows what lies below a unit', async () => {
    const below = (key: string) => city.asSystem().transaction((tx) => subtreeUnitIds(tx, city.unitId(key)))
    expect(await below('heting')).toEqual([city.unitId('heting')])
    expect(await below('wangxi')).toEqual([city.unitId('wangxi'), city.unitId('tide')])
    const { units } = await listUnits(city.as('officer'), {})
    const outside = ['province', 'neighbour'].map((key) => city.unitId(key))
    const inside = units.map(({ id }) => id).filter((id) => !outside.includes(id))
    expect((await below('riverport')).toSorted()).toEqual(inside.toSorted())
  })
})
