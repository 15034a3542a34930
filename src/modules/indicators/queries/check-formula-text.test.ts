import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { defineForTest } from '../testing.ts'
import { checkFormulaText } from './check-formula-text.ts'
import { listMeasuredUnits } from './list-measured-units.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'gdp', name: '地区生产总值', measure: '亿元', frequency: 'year' })
  await defineForTest(ctx, { code: 'people', name: '常住人口', measure: '万人', frequency: 'year' })
})
afterAll(() => city?.close())

const check = (formula: string, declared: { measure?: string; frequency?: 'year' | 'month' } = {}) =>
  checkFormulaText(city.as('officer'), { formula, measure: '', ...declared })

it('says what a formula comes to and of what it is made', async () => {
  const found = await check('gdp / people')
  expect(found).toMatchObject({ isSound: true, measure: '万元/人', frequency: 'year' })
  expect(found.operands.map(({ code }) => code)).toEqual(['gdp', 'people'])
})

it('says where a name is wrong, and where a unit of measure does not fit', async () => {
  const unknown = await check('gdp / peple')
  expect(unknown).toMatchObject({ isSound: false, measure: null, problems: [{ at: 6, to: 11 }] })
  expect(unknown.problems[0]!.sentence).toContain('people')
  expect((await check('gdp +')).problems[0]!.code).toBe('indicators.formula-ends-early')
  const declared = await check('gdp / people', { measure: '亿元', frequency: 'year' })
  expect(declared.problems.map(({ code }) => code)).toEqual(['indicators.formula-result-unit'])
})

it('names all who can be measured, each by a number of its own', async () => {
  const { units } = await listMeasuredUnits(city.as('liaison', { unit: 'qingdu' }))
  expect(units.find(({ key }) => key === 'qingdu')).toMatchObject({ name: '青渡区' })
  expect(new Set(units.map(({ number }) => number)).size).toBe(units.length)
})
