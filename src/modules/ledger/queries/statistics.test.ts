import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { createItem } from '../commands/create-item.ts'
import { settleClosed } from '../commands/settle-closed.ts'
import { AskStatistics, ItemFilterQuery, type Share, type StatisticsBy } from '../schema.ts'
import { newItem } from '../testing.ts'
import { countMatching } from './count-matching.ts'
import { statistics } from './statistics.ts'

const ITEMS = 60
const UNITS = ['yunbo', 'qingdu', 'dept-transport'] as const
const STATES = [
  'draft',
  'reviewed',
  'dispatched',
  'signed',
  'in-progress',
  'reported',
  'under-verification',
  'returned',
  'closed',
  'suspended',
  'withdrawn',
] as const

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  for (let n = 0; n < ITEMS; n++) {
    const leadUnitId = n % 5 === 0 ? null : city.unitId(UNITS[n % 3]!)
    await createItem(city.as('officer'), newItem({ title: `事项之${n}`, leadUnitId, dueOn: '2024-06-30' }))
  }
})
afterAll(() => city.close())

const day = fc.integer({ min: 0, max: 200 }).map((n) => {
  const at = new Date(Date.UTC(2024, 0, 1) + n * 86_400_000)
  return at.toISOString().slice(0, 10)
})
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

/** What an item could look like in the database, whether or not a life leads there. */
const standing = fc
  .record({
    state: fc.constantFrom(...STATES),
    dispatched_on: day,
    signed_on: maybe(day),
    reported_on: maybe(day),
    finished_on: day,
    closed_on: day,
    issued_on: maybe(day),
    first_due_on: maybe(day),
    due_on: maybe(day),
    turns: fc.array(maybe(day), { minLength: 4, maxLength: 4 }),
    theme: maybe(fc.constantFrom('营商环境', '住房')),
    origin: fc.constantFrom('instruction', 'inspection', 'other'),
    kind: fc.constantFrom('task', 'problem'),
    was_late: fc.boolean(),
    returned_count: fc.integer({ min: 0, max: 2 }),
    pressed_count: fc.integer({ min: 0, max: 1 }),
    round: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ turns, ...item }) => {
    const isAtOffice = item.state === 'draft' || item.state === 'reviewed'
    const isClosed = item.state === 'closed'
    const isOver = isClosed || item.state === 'withdrawn' || item.state === 'suspended'
    const sorted = turns.map((turn) => (turn === null || isOver ? 'infinity' : turn)).toSorted()
    return {
      ...item,
      first_due_on: item.due_on && (item.first_due_on ?? item.due_on),
      dispatched_on: isAtOffice ? null : item.dispatched_on,
      signed_on: isAtOffice ? null : item.signed_on,
      finished_on: isClosed ? item.finished_on : null,
      closed_on: isClosed ? item.closed_on : null,
      state_before: item.state === 'suspended' ? 'signed' : null,
      withdrawn_at: item.state === 'withdrawn' ? '2024-04-01' : null,
      blue_from: sorted[0]!,
      yellow_from: sorted[1]!,
      orange_from: sorted[2]!,
      red_from: sorted[3]!,
    }
  })

/** Puts items as they could stand into the database, past its rules of succession. */
async function arrange(items: readonly (typeof standing extends fc.Arbitrary<infer Item> ? Item : never)[]) {
  await city.database.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update ledger.item set
        lead_unit_id = coalesce(lead_unit_id, case when given.dispatched_on is not null then ${city.unitId('yunbo')}::uuid end),
        state = given.state, dispatched_on = given.dispatched_on, signed_on = given.signed_on,
        reported_on = given.reported_on, finished_on = given.finished_on, closed_on = given.closed_on,
        issued_on = given.issued_on, first_due_on = given.first_due_on, due_on = given.due_on, theme = given.theme,
        origin = given.origin, kind = given.kind, was_late = given.was_late, returned_count = given.returned_count,
        pressed_count = given.pressed_count, round = given.round, state_before = given.state_before,
        withdrawn_at = given.withdrawn_at, blue_from = given.blue_from, yellow_from = given.yellow_from,
        orange_from = given.orange_from, red_from = given.red_from
      from jsonb_to_recordset(${JSON.stringify(items.map((item, at) => ({ ...item, sequence: at + 1 })))}::jsonb) as given (
        sequence int, state text, dispatched_on date, signed_on date, reported_on date, finished_on date, closed_on date,
        issued_on date, first_due_on date, due_on date, theme text, origin text, kind text, was_late boolean,
        returned_count int, pressed_count int, round int, state_before text, withdrawn_at timestamptz, blue_from date,
        yellow_from date, orange_from date, red_from date)
      where item.sequence = given.sequence`.execute(tx)
    // Nothing tells the journal, so what was kept must go as after any write.
    await sql`update journal.head set seq = seq + 1`.execute(tx)
  })
}

async function total(query: string): Promise<number> {
  const given = new URLSearchParams(query)
  const fields = [...new Set(given.keys())].map((key) => {
    const all = given.getAll(key)
    return [key, all.length > 1 ? all : all[0]]
  })
  return (await countMatching(city.as('officer'), ItemFilterQuery.parse(Object.fromEntries(fields)))).total
}

const filter = fc.record(
  {
    unit: fc.constantFrom(...UNITS),
    theme: fc.constantFrom('营商环境'),
    origin: fc.constantFrom('instruction', 'inspection'),
    issuedFrom: day,
    issuedTo: day,
    wasReopened: fc.constantFrom('true', 'false'),
    asOf: fc.constantFrom('2024-04-10', '2024-05-20', '2024-12-31'),
  },
  { requiredKeys: [] },
)

test('every number of every row is the total of the list that it opens into', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(standing, { minLength: ITEMS, maxLength: ITEMS }),
      fc.constantFrom<StatisticsBy>('unit', 'origin', 'theme', 'month', 'kind'),
      filter,
      async (items, by, { unit, ...given }) => {
        await arrange(items)
        const asked = { by, ...given, ...(unit ? { unitId: city.unitId(unit) } : {}) }
        const { rows, totals } = await statistics(city.as('officer'), AskStatistics.parse(asked))
        for (const row of [...rows, totals]) {
          expect(await total(row.query), row.query).toBe(row.total)
          const shares = Object.values(row).filter(isShare)
          expect(shares).toHaveLength(9)
          for (const share of [...shares, ...row.lights]) {
            expect(await total(share.query), share.query).toBe(share.numerator)
            expect(await total(share.denominatorQuery), share.denominatorQuery).toBe(share.denominator)
            expect(share.numerator).toBeLessThanOrEqual(share.denominator)
          }
          for (const median of Object.values(row.medians)) {
            expect(await total(median.query), median.query).toBe(median.count)
          }
          expect(row.lights.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(row.open.numerator)
        }
        expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(totals.total)
      },
    ),
    { numRuns: 8 },
  )
})

test('closed items that are tallied as they close are the same as when all are counted one by one', {
  timeout: 120_000,
}, async () => {
  const { rows } = await sql<{ id: string }>`select id from ledger.item`.execute(city.database.owner)
  const id = rows.map((row) => row.id)
  await fc.assert(
    fc.asyncProperty(
      fc.array(standing, { minLength: ITEMS, maxLength: ITEMS }),
      fc.constantFrom<StatisticsBy>('unit', 'origin', 'theme', 'month', 'kind'),
      fc.boolean(),
      async (items, by, isSettled) => {
        await arrange(items)
        // Some of what closed is in the tally, some not yet, some both in it and taken back.
        if (isSettled) await settleClosed(city.as('officer'))
        const tallied = await statistics(city.as('officer'), AskStatistics.parse({ by }))
        const counted = await statistics(city.as('officer'), { ...AskStatistics.parse({ by }), id })
        expect(withoutQueries(tallied)).toEqual(withoutQueries(counted))
      },
    ),
    { numRuns: 12 },
  )
  await settleClosed(city.as('officer'))
  const { rows: left } = await sql`select from ledger.closed_change`.execute(city.database.owner)
  expect(left).toEqual([])
})

test('a unit sees nothing of the tally of all units', async () => {
  const seen = await city.as('liaison', { unit: 'yunbo' }).transaction(async (tx) => {
    const tallied = await sql`select from ledger.closed_tally`.execute(tx)
    const changed = await sql`select from ledger.closed_change`.execute(tx)
    return tallied.rows.length + changed.rows.length
  })
  expect(seen).toBe(0)
})

function withoutQueries(answer: object): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) => (/query$|computedAt/i.test(key) ? undefined : value)),
  )
}

function isShare(value: unknown): value is Share {
  return typeof value === 'object' && value !== null && 'numerator' in value
}
