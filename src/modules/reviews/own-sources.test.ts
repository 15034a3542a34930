import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { defineForTest, publishForTest } from '../indicators/testing.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import { addLine } from './commands/cycle/add-line.ts'
import { changeLine } from './commands/cycle/change-line.ts'
import { openReview } from './commands/cycle/open-review.ts'
import { setAgenda } from './commands/cycle/set-agenda.ts'
import { listOwnSources } from './queries/cycle/own-sources.ts'
import { getSheet } from './queries/cycle/sheets.ts'
import { AddLine, ChangeLine, OpenReview, SetAgenda } from './schema.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

test('an own line rests on what the record has, is stale when that changes, and takes it over', async () => {
  const officer = city.as('officer')
  const unitId = city.unitId('qingdu')
  const statistician = city.as('statistician')
  await defineForTest(statistician, { code: 'output', measure: '亿元' })
  await publishForTest(statistician, { output: { '2024-03': { qingdu: '12.5' } } })
  await storeAcceptedReport(city.asSystem(), {
    title: '四季度会议',
    reportDate: '2024-01',
    period: '2023Q4',
    text: '青渡区垃圾分类还有不足。',
    says: [{ kind: 'shortfall', subject: '垃圾分类', quote: '垃圾分类还有不足', unit: '青渡区' }],
  })
  const { id } = await openReview(
    officer,
    OpenReview.parse({ period: '2024Q1', title: '一季度', heldAt: '2024-04-15T01:00:00Z' }),
  )
  await setAgenda(officer, id, SetAgenda.parse({ version: 1, points: [{ kind: 'speech', unitId }] }))
  const { sources } = await listOwnSources(officer, id, unitId)
  expect(sources.map(({ kind, label }) => [kind, label.title, label.value])).toEqual(
    expect.arrayContaining([
      [expect.stringMatching(/league|value/), expect.any(String), expect.stringMatching(/^12\.50*$/)],
      ['statement', '垃圾分类还有不足', undefined],
    ]),
  )
  const figure = sources.find(({ label }) => label.key === 'output')!
  const add = (source: object) =>
    addLine(
      officer,
      id,
      AddLine.parse({ unitId, side: 'strength', words: '产值12.5亿元', sources: [source] }),
    )
  const nowhere = { kind: 'item', href: '/ledger/items/00000000-0000-7000-8000-000000000000', label: {} }
  await expect(add(nowhere)).rejects.toMatchObject({ code: 'reviews.no-such-source' })
  // What it is called and says comes from the record, not from who writes.
  const line = await add({ ...figure, label: { ...figure.label, value: '99' } })
  expect(line.sources).toEqual([figure])
  expect((await getSheet(officer, id, unitId)).stale).toBe(0)
  await publishForTest(statistician, { output: { '2024-03': { qingdu: '11.8' } } })
  const stale = (await getSheet(officer, id, unitId)).lines.find((each) => each.id === line.id)!
  expect(stale.stale).toMatchObject({ reason: 'changed', now: { sentence: expect.stringContaining('11.8') } })
  const taken = await changeLine(officer, line.id, ChangeLine.parse({ version: 1, takeOver: true }))
  expect([taken.stale, taken.words, taken.sources[0]!.label.value]).toEqual([
    null,
    '产值12.5亿元',
    expect.stringMatching(/^11\.80*$/),
  ])
})
