import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { getPublication, publications } from '../../queries/publications.ts'
import { AskPublications, FreezeTable } from '../../schema.ts'
import { defineForTest, publishForTest } from '../../testing.ts'
import { changeDefinition } from '../define/change-definition.ts'
import { freezeTable } from './freeze-table.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await defineForTest(city.as('statistician'), { code: 'output' })
  await publishForTest(city.as('statistician'), { output: { '2024-01': { yunbo: '10', heting: '9' } } })
})
afterAll(() => city?.close())

const freeze = (fields = {}) =>
  freezeTable(
    city.as('statistician'),
    FreezeTable.parse({ indicator: 'output', period: '2024-01', title: '一月', ...fields }),
  )

it('keeps a table as it was printed, numbered without gaps, and can compute it again after a revision', async () => {
  const frozen = await freeze()
  expect(frozen).toMatchObject({ number: 1, vintage: 1, isWhole: true, isRecomputable: true })
  await publishForTest(city.as('statistician'), { output: { '2024-01': { heting: '11' } } })
  const later = await getPublication(city.as('liaison', { unit: 'heting' }), 1)
  expect(later).toEqual(frozen)
  expect(later.table!.rows.map(({ key }) => key)).toEqual(['yunbo', 'heting'])
  await expect(freeze({ period: '2020-01' })).rejects.toMatchObject({ code: 'indicators.nothing-to-freeze' })
  const next = await freeze({ title: '一月（修订）' })
  expect(next).toMatchObject({ number: 2, vintage: 2 })
  expect(next.table!.rows.map(({ key }) => key)).toEqual(['heting', 'yunbo'])
  const list = await publications(city.as('auditor'), AskPublications.parse({ indicator: 'output' }))
  expect(list.publications.map(({ number, title }) => [number, title])).toEqual([
    [2, '一月（修订）'],
    [1, '一月'],
  ])
})

it('says so when the definition has been corrected backwards since', async () => {
  await changeDefinition(city.as('statistician'), 'output', {
    version: 1,
    validFrom: '0001-01-01',
    direction: 'lower',
    note: '方向写反了',
  })
  const frozen = await getPublication(city.as('auditor'), 1)
  expect(frozen).toMatchObject({ isWhole: true, isRecomputable: false })
  expect(frozen.table!.rows.map(({ key }) => key)).toEqual(['yunbo', 'heting'])
})

it('is for statisticians', async () => {
  const ask = freezeTable(
    city.as('officer'),
    FreezeTable.parse({ indicator: 'output', period: '2024-01', title: 'x' }),
  )
  await expect(ask).rejects.toMatchObject({ code: 'kernel.forbidden' })
})
