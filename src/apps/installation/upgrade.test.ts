import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock.ts'
import { type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { newItem } from '../../modules/ledger/testing.ts'
import { type Database, openDatabase } from '../../platform/database/index.ts'
import { createFolderStore } from '../../platform/files/index.ts'
import { buildServer, type QuarterdeckServer } from '../../platform/http/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { modules } from '../modules.ts'
import { newDataFolder } from '../testing.ts'
import { type Restored, restoreInstallation } from './restore-installation.ts'
import { readSettings } from './settings.ts'

/**
 * Written from the fictional city as commit 0cf14b9 (21 November 2026, 18:55) had it after its own test of a review's
 * whole cycle: 30 migrations, neither API tokens nor second factors nor request ids, one journal table in one piece.
 */
const ARCHIVE = fileURLToPath(new URL('./testing/previous-release.tar.gz', import.meta.url))

let empty: TestDatabase
let database: Database
let restored: Restored
let server: QuarterdeckServer
let officer: SignedInBrowser
const folder = newDataFolder()

beforeAll(async () => {
  empty = await openTestDatabase('empty')
  const settings = readSettings({ QUARTERDECK_DATA: folder, DATABASE_URL: empty.database.url })
  restored = await restoreInstallation({ file: ARCHIVE, settings })
  const files = createFolderStore({ folder: join(folder, 'files') })
  database = await openDatabase({ url: empty.database.url, secret: TEST_SECRET, poolSize: 4, files })
  const clock = fixedClock('2025-04-10T02:00:00Z')
  server = await buildServer({ database, modules, clock, strict: true })
  officer = await signInOver(server, 'officer')
})
afterAll(async () => {
  await server?.close()
  await database?.close()
  await empty?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Meeting {
  id: string
  period: string
  stage: string
  book: { number: number; contentHash: string } | null
}

interface Book {
  sheets: { lines: { shown: string }[] }[]
}

interface Series {
  units: { key: string; values: string[] }[]
}

async function get<T>(url: string): Promise<T> {
  const response = await server.inject({ url, headers: officer.headers })
  expect(response.statusCode, `${url} ${response.body}`).toBe(200)
  return response.json<T>()
}

describe('What an earlier release has kept', () => {
  it('is restored by this one with a journal that is whole, entry by entry', async () => {
    expect(restored.journals).toEqual([{ tenant: 'riverport', verdict: { kind: 'whole', entries: 108 } }])
  })

  it('is read as it was: items with their state and evidence', async () => {
    const { items } = await get<{ items: { id: string; title: string; state: string }[] }>('/api/items')
    expect(items.map(({ title, state }) => [title, state]).sort()).toEqual([
      ['加快渔港码头改造工程', 'reviewed'],
      ['建设停车位五百个', 'reported'],
      ['改造老旧小区十个', 'signed'],
      ['整治黑臭河道两条', 'under-verification'],
      ['新建口袋公园三处', 'dispatched'],
    ])
    const { id } = items.find(({ title }) => title === '改造老旧小区十个')!
    const { evidence } = await get<{ evidence: { id: string }[] }>(`/api/items/${id}`)
    const url = `/api/items/${id}/evidence/${evidence[0]!.id}`
    const file = await server.inject({ url, headers: officer.headers })
    expect(file.body).toBe('老旧小区改造验收记录：十个小区全部完工。')
  })

  it('is read as it was: meetings, frozen books, figures', async () => {
    const { reviews } = await get<{ reviews: Meeting[] }>('/api/reviews/cycles')
    expect(reviews.map(({ period, stage, book }) => [period, stage, book?.number]).sort()).toEqual([
      ['2024Q1', 'closed', 1],
      ['2024Q2', 'held', 2],
      ['2024Q3', 'frozen', 3],
      ['2024Q4', 'frozen', 4],
      ['2025Q1', 'frozen', 5],
      ['2025Q2', 'collecting', undefined],
    ])
    const first = reviews.find(({ period }) => period === '2024Q1')!
    // A later release counts the lines that were stale when a book was frozen; this book says nothing of it.
    const book = await get<Book>(`/api/reviews/cycles/${first.id}/book`)
    expect(book).toMatchObject({
      number: 1,
      isIntact: true,
      content: { agenda: [{ title: '云泊新区' }, {}, {}] },
    })
    expect(book.sheets[0]!.lines[0]!.shown).toContain('2024年3月规上工业产值为52亿元，在7家中列第1位')
    const { units } = await get<Series>('/api/indicators/output/series')
    expect(units.find(({ key }) => key === 'yunbo')!.values).toEqual(['40', '20', '48', '52'])
    await get('/api/reviews/over-time/reviews')
  })

  it('goes on: what is written now follows in the same journal', async () => {
    const [tenant] = await listTenants(database)
    const payload = newItem({ title: '升级之后的第一件事', leadUnitId: null })
    const made = await server.inject({ method: 'POST', url: '/api/items', headers: officer.headers, payload })
    expect(made.statusCode, made.body).toBe(201)
    expect(await verifyJournal(database, tenant!.id)).toMatchObject({ kind: 'whole' })
  })
})
