import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { drainJobs, openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { listItems } from '../queries/list-items.ts'
import { CheckSheet, type SheetImport } from '../schema/sheets.ts'
import { ListItems } from '../schema.ts'
import { newItem } from '../testing.ts'
import { cancelImport, checkImport, startImport } from './decide-import.ts'
import { getImport } from './present-import.ts'
import { uploadSheet } from './upload-sheet.ts'

let city: TestCity
let office: Context
let count = 0
beforeAll(async () => {
  city = await openTestCity()
  office = city.as('officer')
  await createItem(office, newItem({ title: '台账里原有的事项' }))
})
afterAll(() => city.close())
beforeEach(() => {
  count += 1
})

const upload = (...lines: string[]) =>
  uploadSheet(office, { bytes: new TextEncoder().encode(lines.join('\n')), fileName: '台账.csv' })
const rows = () => [
  '编号,事项,牵头单位',
  `批${count}-1,第一项工作,云泊新区`,
  `批${count}-2,第二项工作,青渡区`,
]
const entered = async () =>
  (await listItems(office, ListItems.parse({ pageSize: 200, sort: 'number' }))).items
    .map(({ externalNumber, title }) => externalNumber ?? title)
    .filter((number) => number.startsWith(`批${count}`))

async function check(sheet: SheetImport): Promise<void> {
  const columns = sheet.columns.map(({ field }) => field)
  await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: sheet.options }))
}

async function checked(...lines: string[]): Promise<SheetImport> {
  const sheet = await upload(...lines)
  await check(sheet)
  await drainJobs(city)
  return getImport(office, sheet.id)
}

/** Keeps the counter of numbers while `work` is done, so that an import stands still in the middle of its rows. */
async function whileHeld<T>(work: (waiting: () => Promise<number>) => Promise<T>): Promise<T> {
  return city.database.owner.transaction().execute(async (tx) => {
    await sql`select from ledger.counter for update`.execute(tx)
    const waiting = async () => {
      for (;;) {
        const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(city.database.owner)
        if (rows[0]) return rows[0].pid
        await sleep(20)
      }
    }
    return work(waiting)
  })
}

/** What failed waits before it is tried again: no longer. */
const makeDue = () =>
  sql`update graphile_worker._private_jobs set run_at = '2020-01-01'`.execute(city.database.owner)

it('an import that is cancelled in its last moment enters nothing', async () => {
  const sheet = await checked(...rows())
  await startImport(office, sheet.id)
  let running: Promise<unknown> = Promise.resolve()
  await whileHeld(async (waiting) => {
    running = drainJobs(city)
    await waiting()
    expect((await cancelImport(office, sheet.id)).state).toBe('cancelled')
  })
  await running
  expect(await entered()).toEqual([])
  expect((await getImport(office, sheet.id)).state).toBe('cancelled')
})

it('an import whose process is killed in the middle enters nothing, and everything once when it is run again', async () => {
  const sheet = await checked(...rows())
  await startImport(office, sheet.id)
  await whileHeld(async (waiting) => {
    const running = drainJobs(city, { failures: 'keep' })
    const pid = await waiting()
    await sql`select pg_terminate_backend(${pid})`.execute(city.database.owner)
    expect((await running).failed).toHaveLength(1)
  })
  expect(await entered()).toEqual([])
  expect((await getImport(office, sheet.id)).state).toBe('running')
  await makeDue()
  await drainJobs(city)
  expect(await entered()).toEqual([`批${count}-1`, `批${count}-2`])
  expect((await getImport(office, sheet.id)).state).toBe('done')
})

it('a fault that stays is told at last, with the ledger as it was; the sheet can be checked again', async () => {
  const sheet = await checked(...rows())
  await startImport(office, sheet.id)
  const { owner } = city.database
  await sql`revoke insert on ledger.duty from quarterdeck_app`.execute(owner)
  for (let attempt = 1; attempt <= 3; attempt++) {
    await makeDue()
    expect((await drainJobs(city, { failures: 'keep' })).failed).toHaveLength(1)
  }
  const failed = await getImport(office, sheet.id)
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'ledger.import-broken' } })
  expect(await entered()).toEqual([])
  await sql`grant insert on ledger.duty to quarterdeck_app`.execute(owner)
  await check(failed)
  await drainJobs(city)
  expect(await getImport(office, sheet.id)).toMatchObject({ state: 'ready', failure: null })
})

it('two imports of the same sheet at once enter it once, also when its rows have no number', async () => {
  const lines = ['事项,牵头单位', `批${count}没有编号的事项,云泊新区`]
  const both = [await checked(...lines), await checked(...lines)]
  for (const { id } of both) await startImport(office, id)
  await whileHeld(async (waiting) => {
    const running = [drainJobs(city), drainJobs(city)]
    void Promise.allSettled(running)
    await waiting()
    return running
  })
  for (;;) {
    const states = await Promise.all(both.map(async ({ id }) => (await getImport(office, id)).state))
    if (states.every((state) => state === 'done')) break
    expect(states).not.toContain('failed')
    await sleep(20)
  }
  expect(await entered()).toEqual([`批${count}没有编号的事项`])
})

it('a check that was begun anew with another mapping is not ended by the one before it', async () => {
  const sheet = await upload('编号,事项,备注', `批${count}-1,一项工作,备注`)
  await check(sheet)
  let running: Promise<unknown> = Promise.resolve()
  await city.database.owner.transaction().execute(async (tx) => {
    await sql`lock table ledger.item in access exclusive mode`.execute(tx)
    running = drainJobs(city)
    for (;;) {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(city.database.owner)
      if (rows.length > 0) break
      await sleep(20)
    }
    await cancelImport(office, sheet.id)
    const columns = ['externalNumber', 'content', 'title']
    await checkImport(office, sheet.id, CheckSheet.parse({ columns, options: {} }))
  })
  await running
  await drainJobs(city)
  const ended = await getImport(office, sheet.id)
  expect(ended.state).toBe('ready')
  expect(ended.preview.map(({ title }) => title)).toEqual(['备注'])
})
