import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reach } from '../../kernel/permissions.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { scopeOf } from './tenant-scope.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city?.close())

const own = () => city.unitId('heting')
const foreign = () => city.unitId('qingdu')

/** Whether rows of the own and of a foreign unit are visible, in general and for `ledger.read`. */
async function sees(permissions: Record<string, Reach>) {
  const scope = scopeOf(city.tenant.id, { permissions })
  const { rows } = await city.database.forTenant(scope, (tx) =>
    sql<Record<string, boolean>>`select
      platform.unit_visible(${own()}) as own,
      platform.unit_visible(${foreign()}) as foreign,
      platform.unit_visible(${own()}, 'ledger.read') as "ownForLedger",
      platform.unit_visible(${foreign()}, 'ledger.read') as "foreignForLedger",
      platform.unit_visible(${foreign()}, 'check.a-part') as "foreignForPart",
      platform.unit_visible(null) as none`.execute(tx),
  )
  return rows[0]
}

const NOTHING = {
  own: false,
  foreign: false,
  ownForLedger: false,
  foreignForLedger: false,
  foreignForPart: false,
  none: false,
}

describe('The units that row-level security shows', () => {
  it('are all of them where nobody’s permissions are asked, and for a permission held for all', async () => {
    const scope = { tenantId: city.tenant.id }
    const { rows } = await city.database.forTenant(scope, (tx) =>
      sql`select platform.unit_visible(${foreign()}, 'ledger.read') as is_seen`.execute(tx),
    )
    expect(rows).toEqual([{ is_seen: true }])
    const everywhere = { own: true, foreign: true, none: true, ownForLedger: true, foreignForLedger: true }
    expect(await sees({ 'ledger.read': 'any' })).toEqual({ ...NOTHING, ...everywhere })
  })

  it('are those of the permission that is asked, not those of another one', async () => {
    const two = { 'ledger.read': [own()], 'check.a-part': [foreign()] }
    expect(await sees(two)).toEqual({ ...NOTHING, ownForLedger: true, foreignForPart: true })
    const mixed = { 'ledger.read': 'any', 'ledger.report': [own()] } as const
    const ledger = { ownForLedger: true, foreignForLedger: true }
    expect(await sees(mixed)).toEqual({ ...NOTHING, ...ledger, own: true })
    const other = { 'reports.read': 'any', 'ledger.read': [own()] } as const
    expect(await sees(other)).toEqual({ ...NOTHING, own: true, ownForLedger: true })
  })

  it('are not those of the ledger for whoever holds something else everywhere', async () => {
    expect(await sees({ 'identity.list-accounts': 'any' })).toMatchObject({
      ownForLedger: false,
      foreignForLedger: false,
    })
  })

  it('are, without a permission named, those that all limited permissions share', async () => {
    expect(await sees({ 'ledger.read': [own(), foreign()], 'check.a-part': [own()] })).toMatchObject({
      own: true,
      foreign: false,
    })
  })

  it('are none without a permission or without a unit', async () => {
    expect(await sees({})).toEqual(NOTHING)
    expect(await sees({ 'ledger.read': [] })).toEqual(NOTHING)
  })
})

describe('A transaction', () => {
  it('inside a transaction is an error, not a wait for a second connection', async () => {
    const officer = city.as('officer')
    const nested = officer.transaction(() => city.as('auditor').transaction(async () => {}))
    await expect(nested).rejects.toThrow('inside a transaction')
  })

  it('runs what waits for its end only when it commits', async () => {
    const done: string[] = []
    const { database, tenant } = city
    await database.forTenant({ tenantId: tenant.id }, async () =>
      database.afterCommit(() => done.push('committed')),
    )
    const failing = database.forTenant({ tenantId: tenant.id }, async () => {
      database.afterCommit(() => done.push('rolled back'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(done).toEqual(['committed'])
  })

  it('gives numbers, days, decimals and instants as the kernel has them', async () => {
    const { rows } = await city.as('officer').transaction((tx) =>
      sql`select 9007199254740991::int8 as int8, array[1, null]::int8[] as int8s, '2024-02-29'::date as day,
        array['2024-01-01'::date] as days, 1.10::numeric as decimal,
        '2024-04-10 10:00+08'::timestamptz as instant`.execute(tx),
    )
    expect(rows[0]).toEqual({
      int8: 9_007_199_254_740_991,
      int8s: [1, null],
      day: '2024-02-29',
      days: ['2024-01-01'],
      decimal: '1.10',
      instant: new Date('2024-04-10T02:00:00Z'),
    })
    const tooBig = city.as('officer').transaction((tx) => sql`select 9007199254740992::int8`.execute(tx))
    await expect(tooBig).rejects.toThrow('outside the safe integers')
  })
})
