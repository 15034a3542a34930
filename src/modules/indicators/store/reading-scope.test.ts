import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { measuredUnits } from '../measured/measured-units.ts'
import { defineForTest } from '../testing.ts'
import { readHead } from './head.ts'

let city: TestCity
let numbers: ReadonlyMap<string, number>
beforeAll(async () => {
  city = await openTestCity()
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'reported' })
  const { byKey } = await ctx.transaction(async (tx) => measuredUnits(ctx, tx, await readHead(tx)))
  numbers = new Map([...byKey.values()].map(({ key, number }) => [key, number]))
  await report(city.as('liaison', { unit: 'yunbo' }), 'yunbo', 202_401)
  await report(city.as('liaison', { unit: 'heting' }), 'heting', 202_401)
})
afterAll(() => city?.close())

const liaison = () => city.as('liaison', { unit: 'yunbo' })

/** Past the application: what the database itself lets somebody write. */
function report(ctx: Context, unit: string, period: number, unitId = city.unitId(unit)) {
  return ctx.transaction((tx) =>
    sql`insert into indicators.reading (tenant_id, indicator, period, unit, unit_id, value, state, reporter_id, reported_by, reported_at)
      values (${ctx.tenantId}, 1, ${period}, ${numbers.get(unit)}, ${unitId}, 1, 'reported', ${ctx.actor.userId}, 'x', now())`.execute(
      tx,
    ),
  )
}

const run = (ctx: Context, statement: string) =>
  ctx.transaction(async (tx) => Number((await sql.raw(statement).execute(tx)).numAffectedRows ?? 0))
const seen = (ctx: Context) =>
  ctx.transaction(async (tx) => {
    const { rows } = await sql<{ unit: number }>`select unit from indicators.reading order by unit`.execute(
      tx,
    )
    return rows.map(({ unit }) => unit)
  })

describe("A unit's readings, in the database itself,", () => {
  it('are seen by its own people and by whoever verifies', async () => {
    expect(await seen(liaison())).toEqual([numbers.get('yunbo')])
    expect(await seen(city.as('statistician'))).toHaveLength(2)
  })

  it('are not written by the people of another unit, nor under its number', async () => {
    await expect(report(liaison(), 'heting', 202_402)).rejects.toThrow('row-level security')
    await expect(report(liaison(), 'heting', 202_402, city.unitId('yunbo'))).rejects.toThrow('foreign key')
    expect(
      await run(liaison(), `update indicators.reading set value = 9 where unit = ${numbers.get('heting')}`),
    ).toBe(0)
    expect(await run(liaison(), `delete from indicators.reading where unit = ${numbers.get('heting')}`)).toBe(
      0,
    )
  })

  it('are not verified by those who reported them', async () => {
    const verify = (
      by: string,
    ) => `update indicators.reading set state = 'verified', verified_by = 'x', verified_at = now(),
      verifier_id = '${by}' where unit = ${numbers.get('yunbo')}`
    const { userId } = liaison().actor
    await expect(run(liaison(), verify(city.as('statistician').actor.userId))).rejects.toThrow(
      'row-level security',
    )
    await expect(run(city.as('statistician'), verify(userId))).rejects.toThrow('check constraint')
    expect(await run(city.as('statistician'), verify(city.as('statistician').actor.userId))).toBe(1)
    // What is verified is the city's: the unit takes it back no more.
    expect(await run(liaison(), 'delete from indicators.reading')).toBe(0)
  })

  it('are published by nobody but who may publish', async () => {
    await expect(
      run(
        liaison(),
        `insert into indicators.vintage select tenant_id, 99, now(), 'x', '${liaison().actor.userId}', 'x', '', null,
      repeat('a', 64), 1, 1 from indicators.head`,
      ),
    ).rejects.toThrow('row-level security')
  })
})
