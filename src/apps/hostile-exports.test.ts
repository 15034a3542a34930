import { read } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../kernel/context.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../modules/identity/testing.ts'
import {
  checkIndicatorSheet,
  defineForTest,
  presetSchemes,
  publishForTest,
  SetTargets,
  setTargets,
  uploadIndicatorSheet,
} from '../modules/indicators/testing.ts'
import { CheckSheet, checkImport, getImport, uploadSheet } from '../modules/ledger/testing.ts'
import type { QuarterdeckServer } from '../platform/http/index.ts'
import { drainJobs, openTestCity, type TestCity } from '../platform/testing/index.ts'

/** Every name and word that people give begins as a formula does, and goes out of every route that sends a sheet. */
let city: TestCity
let server: QuarterdeckServer
const people = {} as Record<'officer' | 'statistician', SignedInBrowser>
/** Texts of people; the mark tells them from what the product says itself. */
const formulas = ['=', '+', '-', '@', '＝', '＋', '－', '＠'].map((sign) => `${sign}MARK("http://a")`)
/** In both formats, and in one. */
const addresses: string[] = []
const only: string[] = []

async function send(as: keyof typeof people, method: 'POST' | 'PUT', url: string, payload: object) {
  const response = await server.inject({ method, url, payload, headers: people[as].headers })
  expect(response.statusCode, `${url} ${response.body}`).toBeLessThan(300)
  return response.body ? response.json() : {}
}

beforeAll(async () => {
  city = await openTestCity()
  server = await city.http()
  for (const role of ['officer', 'statistician'] as const) {
    await addAccount(city.asSystem(), { role })
    people[role] = await signInOver(server, role)
  }
  const yunbo = city.unitId('yunbo')
  for (const title of formulas)
    await send('officer', 'POST', '/api/items', {
      ...{ title, leadUnitId: yunbo, dueOn: '2024-06-30' },
      ...{ content: title, remark: title, target: title, contact: title, personResponsible: title },
      ...{ originDocument: title, externalNumber: title, theme: title, tags: [title] },
    })
  addresses.push('/api/items/export?format=')

  const statistician = city.as('statistician')
  for (const [at, name] of formulas.entries()) {
    await defineForTest(statistician, { code: `f${at}`, name, measure: name, overTime: 'sum' })
    await publishForTest(statistician, { [`f${at}`]: { '2024-01': { yunbo: '-5.25', heting: '9' } } }, name)
  }
  const target = { indicator: 'f0', unit: 'heting', period: '2024', kind: 'cumulative', horizon: 'year' }
  await setTargets(statistician, SetTargets.parse({ targets: [{ ...target, value: '2000' }] }))
  const scheme = {
    ...presetSchemes().find(({ key }) => key === 'linear')!,
    components: [
      {
        ...{ key: 'a', name: { zh: formulas[0], en: formulas[1] }, weight: '100', group: null },
        score: { kind: 'linear', direction: 'higher', target: '1000', capPercent: '120' },
      },
    ],
  }
  const sources = { a: { kind: 'indicator', indicator: 'f0' } }
  const definition = { scheme, sources, cohort: 'city-wide', frequency: 'month' }
  await send('statistician', 'POST', '/api/leagues', { key: 'one', name: formulas[0], definition })
  await send('statistician', 'POST', '/api/publications', {
    ...{ indicator: 'f1', period: '2024-01', title: formulas[2] },
  })
  addresses.push(
    '/api/indicators/f0/table/file?period=2024-01&format=',
    '/api/pace/file?period=2024&format=',
    '/api/measured-units/yunbo/page/file?format=',
    '/api/compare/file?units=yunbo,heting&format=',
    '/api/publications/1/file?format=',
    '/api/leagues/one/table/file?period=2024-01&format=',
  )
  only.push('/api/sdmx/data?indicators=f0,f1,f2,f3')
  await openReview(yunbo)
  only.push(await ledgerProblems(), await indicatorProblems(statistician))
}, 120_000)

async function openReview(unitId: string): Promise<void> {
  const { id, version } = await send('officer', 'POST', '/api/reviews/cycles', {
    ...{ period: '2024Q1', title: formulas[0], heldAt: '2024-04-10T06:00:00Z' },
  })
  const points = [{ kind: 'speech', unitId, title: formulas[1] }]
  await send('officer', 'PUT', `/api/reviews/cycles/${id}/agenda`, { version, points })
  await send('officer', 'POST', `/api/reviews/cycles/${id}/sheets/${unitId}/draft`, {})
  for (const words of formulas)
    await send('officer', 'POST', `/api/reviews/cycles/${id}/lines`, { unitId, side: 'strength', words })
  only.push(`/api/reviews/cycles/${id}/documents/notice?format=xlsx`)
}

const bytesOf = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

async function ledgerProblems(): Promise<string> {
  const office = city.as('officer')
  const rows = formulas.map((text, at) => `甲-${at},修路,${cell(text)},${cell(text)}`)
  const bytes = bytesOf('编号,重点工作,牵头单位,完成时限', ...rows)
  const sheet = await uploadSheet(office, { bytes, fileName: '台账.csv' })
  const columns = sheet.columns.map(({ field }) => field)
  await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: sheet.options }))
  await drainJobs(city)
  expect((await getImport(office, sheet.id)).problems).not.toEqual([])
  return `/api/sheets/${sheet.id}/problems`
}

async function indicatorProblems(office: Context): Promise<string> {
  const rows = formulas.map((text, at) => `${cell(text)},${at}.5`)
  await defineForTest(office, { code: 'gdp', name: '地区生产总值', measure: '亿元', frequency: 'year' })
  const bytes = bytesOf('地区,地区生产总值(亿元)', '青渡区,460', ...rows)
  const sheet = await uploadIndicatorSheet(office, { bytes, fileName: '数据.csv' })
  const table = { indicator: null, measure: null, period: '2023', unit: null }
  await checkIndicatorSheet(office, sheet.id, { ...sheet.mapping, table })
  await drainJobs(city)
  return `/api/indicator-sheets/${sheet.id}/problems`
}
afterAll(() => city?.close())

/** Files as they were handed in, and Word files. */
const NO_SHEETS = [
  'downloadReviewTemplate',
  'getEvidence',
  'previewReviewTemplate',
  'previewChangedReviewTemplate',
]

it('is text in every sheet that a route sends, and no route that sends one is left out', async () => {
  for (const url of [...addresses.flatMap((each) => [`${each}xlsx`, `${each}csv`]), ...only]) await holds(url)
  const { paths } = (await server.inject({ url: '/api/openapi.json' })).json() as {
    paths: Record<
      string,
      Record<string, { operationId: string; responses: Record<string, { content?: object }> }>
    >
  }
  const sending = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods)
      .filter(({ responses }) => 'application/octet-stream' in (responses['200']?.content ?? {}))
      .map(({ operationId }) => ({ operationId, path })),
  )
  const walked = (path: string) => {
    const shape = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?|$)`)
    return [...addresses, ...only].some((url) => shape.test(url))
  }
  const left = sending.filter(({ path }) => !walked(path)).map(({ operationId }) => operationId)
  expect(left.sort()).toEqual([...NO_SHEETS].sort())
})

/** No cell is a formula, and what people wrote is there. */
async function holds(url: string): Promise<void> {
  const { statusCode, rawPayload, body, headers } = await server.inject({
    url,
    headers: people[url.includes('indicator-sheets') ? 'statistician' : 'officer'].headers,
  })
  expect(statusCode, `${url} ${body.slice(0, 300)}`).toBe(200)
  const risky: string[] = []
  let marked = 0
  if (String(headers['content-type']).includes('csv')) {
    for (const cell of (parse(rawPayload, { bom: true, relax_column_count: true }) as string[][]).flat()) {
      if (cell.includes('MARK')) marked++
      if (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)) risky.push(cell)
    }
  } else {
    const book = read(rawPayload, { cellFormula: true })
    for (const name of book.SheetNames)
      for (const [at, cell] of Object.entries(book.Sheets[name]!)) {
        if (at.startsWith('!')) continue
        if (cell.f !== undefined) risky.push(`${at} ${cell.f}`)
        if (!String(cell.v).includes('MARK')) continue
        marked++
        if (cell.t !== 's') risky.push(`${at} ${cell.v}`)
      }
  }
  expect({ url, risky }).toEqual({ url, risky: [] })
  expect({ url, isMarked: marked > 0 }).toEqual({ url, isMarked: true })
}
