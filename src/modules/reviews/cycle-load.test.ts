import { afterAll, beforeAll, expect, test } from 'vitest'
import { drainJobs, openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { defineForTest, publishForTest } from '../indicators/testing.ts'
import { storeAcceptedReport } from '../reports/testing.ts'
import { addLine } from './commands/cycle/add-line.ts'
import { draftUnitSheet } from './commands/cycle/draft-sheet.ts'
import { enterStage } from './commands/cycle/enter-stage.ts'
import { openReview } from './commands/cycle/open-review.ts'
import { setAgenda } from './commands/cycle/set-agenda.ts'
import { findBooks } from './queries/cycle/books.ts'
import { loadFacts } from './queries/cycle/load-facts.ts'
import { requireReview } from './queries/cycle/require-review.ts'
import { getSheet } from './queries/cycle/sheets.ts'
import { draftSheet } from './rules/draft/draft-sheet.ts'
import { AddLine, EnterStage, OpenReview, SetAgenda } from './schema.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

/** A review at which 青渡区 speaks. */
async function open(
  period: string,
  { speaker = 'qingdu', ...given }: { speaker?: string; cutOn?: string } = {},
) {
  const officer = city.as('officer')
  const input = OpenReview.parse({ period, title: period, heldAt: '2024-04-15T01:00:00Z', ...given })
  const { id } = await openReview(officer, input)
  const points = [{ kind: 'speech', unitId: city.unitId(speaker) }]
  await setAgenda(officer, id, SetAgenda.parse({ version: 1, points }))
  return id
}

test('books are numbered without gaps when several freeze at once and some are refused', async () => {
  const officer = city.as('officer')
  const ids = [await open('2023Q1'), await open('2023Q2'), await open('2023Q3'), await open('2023Q4')]
  const line = AddLine.parse({ unitId: city.unitId('qingdu'), side: 'strength', words: '一条' })
  for (const id of ids.slice(0, 3)) await addLine(officer, id, line)
  // The first one is asked for twice: one of the two is told that somebody was faster; the last one has no lines.
  const all = [...ids, ids[0]!].map((id) =>
    enterStage(officer, id, EnterStage.parse({ to: 'frozen', version: 2 })),
  )
  const codes = (await Promise.allSettled(all)).map((each) =>
    each.status === 'rejected' ? each.reason.code : 'ok',
  )
  expect(codes.toSorted()).toEqual(['ok', 'ok', 'ok', 'reviews.review-changed', 'reviews.stage-empty-sheet'])
  const { books } = await findBooks(officer)
  expect(books.map(({ number }) => number)).toEqual([3, 2, 1])
})

test('a sheet takes as many statements for one new indicator as for twenty', async () => {
  const id = await open('2024Q1')
  const ctx = city.as('statistician')
  const districts = ['yunbo', 'qingdu', 'wangxi', 'jinting', 'heting', 'yanshi', 'weizhou']
  const values = Object.fromEntries(districts.map((key, index) => [key, String(20 - index)]))
  async function statementsAfter(indicators: number): Promise<number> {
    const codes = Array.from({ length: indicators }, (_, index) => `many-${indicators}-${index}`)
    for (const code of codes) await defineForTest(ctx, { code, measure: '亿元' })
    const published = { '2024-01': values, '2024-02': values, '2024-03': values }
    await publishForTest(ctx, Object.fromEntries(codes.map((code) => [code, published])))
    let statements = 0
    const lines = await ctx.transaction(async (tx) => {
      const counted = tx.withPlugin({
        transformQuery({ node }) {
          statements += 1
          return node
        },
        transformResult: async ({ result }) => result,
      }) as typeof tx
      const asked = { review: await requireReview(tx, id), unitId: city.unitId('yunbo') }
      return draftSheet(await loadFacts(ctx, counted, asked))
    })
    expect(lines.filter(({ key }) => codes.some((code) => key === `first:${code}`))).toHaveLength(indicators)
    return statements
  }
  const one = await statementsAfter(1)
  expect(one).toBeGreaterThan(5)
  expect(await statementsAfter(20)).toBe(one)
})

test('a sheet knows nothing of items and figures that came after the day of its cut and the end of its quarter', async () => {
  const officer = city.as('officer')
  const statistician = city.as('statistician')
  await storeAcceptedReport(officer, {
    title: '专题会议',
    reportDate: '2024-01',
    text: '苇洲区要在3月底前完成堤防加固。',
    says: [
      {
        kind: 'task',
        subject: '完成堤防加固',
        quote: '苇洲区要在3月底前完成堤防加固',
        task: {
          speaker: null,
          responsible: ['苇洲区'],
          lead: null,
          supporting: [],
          deadline: '2024-03-31',
          theme: null,
          parts: [],
        },
      },
    ],
  })
  const others = { qingdu: '9', wangxi: '8', jinting: '7', heting: '6', yanshi: '5', yunbo: '4' }
  await defineForTest(statistician, { code: 'dikes' })
  await publishForTest(statistician, {
    dikes: { '2024-05': { ...others, weizhou: '10' }, '2024-09': { ...others, weizhou: '1' } },
  })
  city.setClock('2024-12-01T02:00:00Z')
  const draftedFor = async (period: string, cutOn: string) => {
    const reviewId = await open(period, { speaker: 'weizhou', cutOn })
    const { sheet } = await draftUnitSheet(officer, { reviewId, unitId: city.unitId('weizhou') })
    // Not the many indicators of another test.
    const lines = sheet.lines.filter(({ sources: [source] }) => !source?.label.key?.startsWith('many-'))
    return lines.map(({ kind, sources: [source] }) => [kind, source?.label.period ?? source?.label.asOf])
  }
  // The item was entered on the tenth of April.
  expect(await draftedFor('2025Q1', '2024-04-09')).toEqual([])
  expect(await draftedFor('2024Q2', '2024-07-10')).toEqual([
    ['first', '2024-05'],
    ['items-overdue', '2024-07-10'],
  ])
  expect(await draftedFor('2024Q3', '2024-10-10')).toEqual([
    ['bottom-of-cohort', '2024-09'],
    ['items-overdue', '2024-10-10'],
  ])
})

test('an alert of the quarter is told where no place tells its indicator, in both languages', async () => {
  city.setClock('2024-12-01T02:00:00Z')
  const officer = city.as('officer')
  const statistician = city.as('statistician')
  const others = { qingdu: '9.9', wangxi: '9.8', jinting: '9.7', yunbo: '5', yanshi: '4', weizhou: '3' }
  // Growth on the year falls from month to month: 12.5 %, 10 %, 7.5 %, 5 %.
  const months = ['9', '8.8', '8.6', '8.4'].flatMap((heting, index) => {
    const month = String(index + 7).padStart(2, '0')
    return [
      [`2023-${month}`, { ...others, heting: '8' }],
      [`2024-${month}`, { ...others, heting }],
    ]
  })
  await defineForTest(statistician, { code: 'trade', name: '进出口总额' })
  await publishForTest(statistician, { trade: Object.fromEntries(months) })
  await drainJobs(city)
  const reviewId = await open('2024Q4', { speaker: 'heting', cutOn: '2024-12-01' })
  const { sheet } = await draftUnitSheet(officer, { reviewId, unitId: city.unitId('heting') })
  const alert = sheet.lines.find(({ kind }) => kind === 'alert')
  expect(alert?.side).toBe('shortfall')
  expect(alert?.sentence).toMatch(/鹤汀区.*进出口总额.*3/)
  expect(alert?.sources[0]).toMatchObject({ href: '/indicators/alerts?state=all', label: { key: 'trade' } })
  const english = await getSheet({ ...officer, locale: 'en' }, reviewId, city.unitId('heting'))
  expect(english.lines.find(({ kind }) => kind === 'alert')?.sentence).not.toBe(alert?.sentence)
})
