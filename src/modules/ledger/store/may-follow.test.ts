import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { successions } from '../rules/lifecycle/machine.ts'
import { ItemState } from '../schema.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

test('the database lets the same states follow each other as the declared machine', async () => {
  const { rows } = await sql<{ pair: string }>`
    select former || '>' || later as pair
    from unnest(${ItemState.options}::text[]) former, unnest(${ItemState.options}::text[]) later
    where former <> later and ledger.may_follow(former, later)`.execute(city.database.owner)
  expect(rows.map(({ pair }) => pair).sort()).toEqual(
    successions()
      .map((pair) => pair.join('>'))
      .sort(),
  )
})
