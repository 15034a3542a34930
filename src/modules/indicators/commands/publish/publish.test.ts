import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listJournal, verifyJournal } from '../../../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { openColumns } from '../../columns/open-columns.ts'
import { checkVintage } from '../../queries/check-vintage.ts'
import { periodNumberOf } from '../../read-period.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { defineForTest, publishForTest } from '../../testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await defineForTest(city.as('statistician'), { code: 'output' })
  await defineForTest(city.as('statistician'), { code: 'tickets' })
})
afterAll(() => city?.close())

const publish = (values: Parameters<typeof publishForTest>[1]) =>
  publishForTest(city.as('statistician'), values)

/** What is read as of a vintage, by the key of the unit. */
function read(code: string, period: string, asOf?: number): Promise<Record<string, string | null>> {
  const ctx = city.as('liaison', { unit: 'yunbo' })
  return ctx.transaction(async (tx) => {
    const columns = await openColumns(ctx, tx, asOf)
    const { rows } = await sql<{
      number: number
    }>`select number from indicators.indicator where code = ${code}`.execute(tx)
    const key = { indicator: rows[0]!.number, period: periodNumberOf(period) }
    await columns.load([key])
    const column = columns.at(key.indicator, key.period)
    const units = await sql<{
      number: number
      key: string
    }>`select number, key from indicators.measured_unit`.execute(tx)
    const names = new Map(units.rows.map((unit) => [unit.number, unit.key]))
    return Object.fromEntries(
      (column?.units ?? []).map((unit, at) => {
        const value = column!.values[at]!
        return [names.get(unit)!, value === null ? null : formatScaled(value, column!.scale)]
      }),
    )
  })
}

describe('Publishing', () => {
  it('leaves the former vintage to be read as it was, whatever is revised or withdrawn later', async () => {
    const first = await publish({ output: { '2024-01': { yunbo: '10.5', heting: '7', qingdu: '3' } } })
    const second = await publish({ output: { '2024-01': { yunbo: '10.25', qingdu: null } } })
    const third = await publish({ output: { '2024-01': { qingdu: '3.125' } } })
    expect([first.vintage, second.vintage, third.vintage]).toEqual([1, 2, 3])
    for (let turn = 0; turn < 2; turn++) {
      expect(await read('output', '2024-01', 1)).toEqual({ yunbo: '10.5', heting: '7', qingdu: '3' })
      expect(await read('output', '2024-01', 2)).toEqual({ yunbo: '10.25', heting: '7', qingdu: null })
      expect(await read('output', '2024-01')).toEqual({ yunbo: '10.25', heting: '7', qingdu: '3.125' })
    }
  })

  it('keeps what is new only, and refuses a vintage in which nothing is', async () => {
    await publish({ tickets: { '2024-02': { yunbo: '5', heting: '6' } } })
    const again = await publish({ tickets: { '2024-02': { yunbo: '5.0', heting: '7' } } })
    expect(again).toMatchObject({ rows: 1, unchanged: 1, blocks: 1 })
    await expect(
      publish({ tickets: { '2024-02': { yunbo: '5', heting: '7.00', qingdu: null } } }),
    ).rejects.toMatchObject({
      code: 'indicators.nothing-new',
    })
  })

  it('writes one entry of the journal with the hash of what stands in the blocks', async () => {
    const published = await publish({ output: { '2024-03': { yunbo: '-0.5', heting: '100000000000.001' } } })
    const page = await city.as('auditor').transaction((tx) => listJournal(tx, { pageSize: 1 }))
    expect(page.entries[0]).toMatchObject({
      action: 'indicators.published',
      subjectId: String(published.vintage),
      detail: { contentHash: published.contentHash, rows: 2 },
    })
    expect(await checkVintage(city.as('auditor'), published.vintage)).toMatchObject({
      isWhole: true,
      rows: 2,
    })
    expect(await verifyJournal(city.database, city.tenant.id)).toMatchObject({ kind: 'whole' })
  })

  it('names the vintage whose content somebody changed past the application', async () => {
    const published = await publish({ tickets: { '2024-03': { yunbo: '1', heting: '2' } } })
    await city.database.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update indicators.block set values = '{1,3}' where vintage = ${published.vintage}`.execute(tx)
    })
    expect(await checkVintage(city.as('auditor'), published.vintage)).toMatchObject({ isWhole: false })
  })

  it.each(['block', 'vintage', 'publication', 'indicator_version', 'external_position'])(
    'refuses to change or remove a %s, to the application and to the owner',
    async (table) => {
      for (const statement of [
        `update indicators.${table} set tenant_id = tenant_id`,
        `delete from indicators.${table}`,
        `truncate indicators.${table} cascade`,
      ]) {
        const run = city.database.forTenant({ tenantId: city.tenant.id }, (tx) =>
          sql.raw(statement).execute(tx),
        )
        await expect(run).rejects.toThrow('permission denied')
        await expect(sql.raw(statement).execute(city.database.owner)).rejects.toThrow(
          /published stays|cannot truncate/,
        )
      }
    },
  )

  it('keeps nothing in memory of a publication that was rolled back', async () => {
    const ctx = city.as('statistician')
    const before = await read('output', '2024-01')
    await expect(
      ctx.transaction(async (tx) => {
        const columns = await openColumns(ctx, tx)
        const { rows } = await sql<{
          number: number
          unit: number
        }>`select indicator.number, measured_unit.number as unit
          from indicators.indicator, indicators.measured_unit where code = 'output' and key = 'yunbo'`.execute(
          tx,
        )
        await columns.load([{ indicator: rows[0]!.number, period: periodNumberOf('2024-01') }])
        const { publishRows } = await import('./publish-rows.ts')
        const row = {
          indicator: rows[0]!.number,
          period: periodNumberOf('2024-01'),
          unit: rows[0]!.unit,
          value: '999',
        }
        await publishRows(ctx, tx, { source: 'test', note: '', rows: [row] })
        const after = await openColumns(ctx, tx)
        await after.load([{ indicator: row.indicator, period: row.period }])
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    const next = await publish({ output: { '2024-01': { heting: '7.5' } } })
    expect(await read('output', '2024-01')).toEqual({ ...before, heting: '7.5' })
    expect(await read('output', '2024-01', next.vintage - 1)).toEqual(before)
  })

  it.each([
    [{ code: 'indicators.bad-value' }, { output: { '2024-04': { yunbo: '1,234' } } }],
    [{ code: 'indicators.bad-value' }, { output: { '2024-04': { yunbo: '1234567890123456' } } }],
    [{ code: 'indicators.bad-period' }, { output: { '2024-13': { yunbo: '1' } } }],
    [{ code: 'indicators.no-such-indicator' }, { nothing: { '2024-04': { yunbo: '1' } } }],
  ])('refuses with %o', async (error, values) => {
    await expect(publish(values)).rejects.toMatchObject(error)
  })

  it('is not for an officer, also past the application', async () => {
    await expect(
      publishForTest(city.as('officer'), { output: { '2024-05': { yunbo: '1' } } }),
    ).rejects.toThrow('row-level security')
  })

  it('shows nothing to another tenant', async () => {
    const { rows } = await city.database.forTenant(
      { tenantId: '00000000-0000-7000-8000-000000000099' },
      (tx) => sql<{ count: number }>`select count(*)::int as count from indicators.observation`.execute(tx),
    )
    expect(rows[0]!.count).toBe(0)
  })
})
