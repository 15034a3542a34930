import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccounts } from '../../../platform/accounts.ts'
import type { AccountQuery } from '../../../platform/module.ts'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount } from '../testing.ts'

let city: TestCity
let officerId: string
beforeAll(async () => {
  city = await openTestCity()
  const system = city.asSystem()
  officerId = (await addAccount(system, { role: 'officer' })).id
  await addAccount(system, { username: 'heting-1', role: 'liaison', unitId: city.unitId('heting') })
  await addAccount(system, { username: 'heting-2', role: 'leader', unitId: city.unitId('heting') })
  await addAccount(system, { username: 'city-1', role: 'leader', unitId: city.unitId('riverport') })
})
afterAll(() => city.close())

describe('Accounts asked for by role, unit and id', () => {
  it.each<[string, () => AccountQuery, string[]]>([
    ['a role', () => ({ roles: ['leader'] }), ['city-1', 'heting-2']],
    ['a unit', () => ({ unitIds: [city.unitId('heting')] }), ['heting-1', 'heting-2']],
    ['both', () => ({ roles: ['leader', 'officer'], unitIds: [city.unitId('heting')] }), ['heting-2']],
    ['ids', () => ({ ids: [officerId] }), ['officer']],
    ['an empty list', () => ({ ids: [] }), []],
  ])('meet %s', async (_, query, expected) => {
    const ctx = city.as('liaison', { unit: 'heting' })
    const found = await ctx.transaction((tx) => findAccounts(tx, ctx, query()))
    expect(found.map(({ username }) => username)).toEqual(expected)
  })
})
