import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { defineForTest } from '../../testing.ts'
import { changeDefinition } from './change-definition.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

it('A change that a formula does not survive is refused until the person names that formula', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'left', measure: '亿元' })
  await defineForTest(ctx, { code: 'right', measure: '亿元' })
  await defineForTest(ctx, { code: 'both', measure: '亿元', formula: 'left + right' })
  const change = (breaking?: string[]) =>
    changeDefinition(ctx, 'left', {
      version: 1,
      validFrom: '2024-01-01',
      measure: '万人',
      note: '换单位',
      breaking,
    })
  await expect(change()).rejects.toMatchObject({
    code: 'indicators.formulas-broken',
    details: { code: 'left', formulas: 'both' },
  })
  await expect(change(['right'])).rejects.toMatchObject({ code: 'indicators.formulas-broken' })
  expect(await change(['both'])).toMatchObject({ versions: [{ version: 1 }, { version: 2 }] })
  // What can be computed still is nobody's business.
  const again = { version: 1, validFrom: '2024-01-01', note: '改名', name: '右' }
  expect((await changeDefinition(ctx, 'right', again)).versions).toHaveLength(2)
})

it('A second indicator of a name by which a formula goes is refused until the person names that formula', async () => {
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'wages', name: '工资总额', measure: '亿元' })
  await defineForTest(ctx, { code: 'twice', measure: '亿元', formula: '工资总额 × 2' })
  const second = (breaking?: string[]) =>
    defineForTest(ctx, { code: 'pay', name: '工资总额', measure: '万元', breaking })
  await expect(second()).rejects.toMatchObject({
    code: 'indicators.formulas-broken',
    details: { code: 'pay', formulas: 'twice' },
  })
  expect(await second(['twice'])).toMatchObject({ code: 'pay', version: 1 })
})
