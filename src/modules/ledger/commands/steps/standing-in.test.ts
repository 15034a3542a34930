import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../../../kernel/context.ts'
import { findAccounts } from '../../../../platform/accounts.ts'
import { contextOfAccount } from '../../../../platform/context-of-account.ts'
import { openTestCity, type TestCity } from '../../../../platform/testing/index.ts'
import { addAccount, delegateTo, giveRole } from '../../../identity/testing.ts'
import { listItems } from '../../queries/list-items.ts'
import { ListItems } from '../../schema.ts'
import { addLink } from '../evidence/add-evidence.ts'
import { closeItem } from './close-item.ts'
import { reportCompletion } from './report-completion.ts'
import { signItem } from './sign-item.ts'
import { takeUpItem } from './take-up-item.ts'
import { dispatched, report } from './testing.ts'

let city: TestCity
const ids = {} as Record<'officer' | 'deputy' | 'liaison' | 'neighbour', string>
beforeAll(async () => {
  city = await openTestCity()
  const people = { officer: null, deputy: null, liaison: 'yunbo', neighbour: 'qingdu' } as const
  for (const [username, unit] of Object.entries(people)) {
    const role = unit === null ? 'officer' : 'liaison'
    const unitId = unit && city.unitId(unit)
    ids[username as keyof typeof people] = (await addAccount(city.asSystem(), { username, role, unitId })).id
  }
})
afterAll(() => city.close())

/** As the request of that account has it now. */
const as = async (who: keyof typeof ids): Promise<Context> =>
  (await contextOfAccount(city.asSystem(), ids[who]))!
const CLOSING = { method: 'on-site', thirdParty: '', findings: '属实', recheckAfterDays: null } as const
const seen = async (ctx: Context) => (await listItems(ctx, ListItems.parse({}))).items.map(({ id }) => id)

test('the liaison of two units sees what both lead, and nothing that a third one leads', async () => {
  const [mine, other, third] = [
    await dispatched(city),
    await dispatched(city, { leadUnitId: city.unitId('qingdu') }),
    await dispatched(city, { leadUnitId: city.unitId('heting') }),
  ]
  expect(await seen(await as('liaison'))).toEqual([mine.id])
  const id = await giveRole(city, ids.liaison, { role: 'liaison', unitId: city.unitId('qingdu') })
  expect((await seen(await as('liaison'))).sort()).toEqual([mine.id, other.id].sort())
  expect(await seen(await as('liaison'))).not.toContain(third.id)
  // The database says the same when a query forgets its filter.
  const { rows } = await (await as('liaison')).transaction((tx) =>
    sql<{ id: string }>`select id from ledger.item`.execute(tx),
  )
  expect(rows.map((row) => row.id).sort()).toEqual([mine.id, other.id].sort())
  await giveRole.back(city, ids.liaison, id)
  expect(await seen(await as('liaison'))).toEqual([mine.id])
})

test('a stand-in does the work in the name of who is on leave, until the last day, and the journal says for whom', async () => {
  const { id } = await dispatched(city)
  await delegateTo(await as('liaison'), {
    toAccountId: ids.neighbour,
    fromOn: '2024-04-11',
    untilOn: '2024-04-12',
  })
  await expect(signItem(await as('neighbour'), id, {})).rejects.toMatchObject({ code: 'ledger.no-such-item' })
  city.setClock('2024-04-10T17:00:00Z')
  await signItem(await as('neighbour'), id, {})
  const { rows } = await city.asSystem().transaction((tx) =>
    sql<{ name: string; detail: { inNameOf?: string[] } }>`
      select actor_name as name, detail from journal.entry where subject_id = ${id} order by seq desc limit 1`.execute(
      tx,
    ),
  )
  expect(rows).toMatchObject([
    { name: (await as('neighbour')).actor.name, detail: { inNameOf: [(await as('liaison')).actor.name] } },
  ])
  // Who looks after the unit today is found by role and unit.
  const liaisons = await city
    .asSystem()
    .transaction((tx) =>
      findAccounts(tx, city.asSystem(), { roles: ['liaison'], unitIds: [city.unitId('yunbo')] }),
    )
  expect(liaisons.map((each) => each.id).sort()).toEqual([ids.liaison, ids.neighbour].sort())
  city.setClock('2024-04-12T15:59:00Z')
  expect(await seen(await as('neighbour'))).toContain(id)
  city.setClock('2024-04-12T16:00:00Z')
  expect(await seen(await as('neighbour'))).not.toContain(id)
})

test('nobody verifies through a leave what they reported, had reported for them, or whose author they act for', async () => {
  city.setClock('2024-04-15T02:00:00Z')
  const officerOfUnit = await giveRole(city, ids.officer, { role: 'liaison', unitId: city.unitId('yunbo') })
  const { id } = await dispatched(city)
  await delegateTo(await as('liaison'), {
    toAccountId: ids.neighbour,
    fromOn: '2024-04-15',
    untilOn: '2024-04-15',
  })
  const neighbour = await as('neighbour')
  await signItem(neighbour, id, {})
  await addLink(neighbour, id, { url: 'https://yunbo.example', note: '' })
  await reportCompletion(neighbour, id, report())
  // The next week the liaison, who is back, and the one who reported have the office in hand.
  for (const standIn of ['liaison', 'neighbour'] as const) {
    const day = standIn === 'liaison' ? '2024-04-16' : '2024-04-17'
    city.setClock(`${day}T02:00:00Z`)
    await delegateTo(await as('deputy'), { toAccountId: ids[standIn], fromOn: day, untilOn: day })
    if (standIn === 'liaison') await takeUpItem(await as(standIn), id, {})
    await expect(closeItem(await as(standIn), id, CLOSING)).rejects.toThrow('ledger.own-report')
  }
  city.setClock('2024-04-18T02:00:00Z')
  expect(await closeItem(await as('officer'), id, CLOSING)).toMatchObject({ state: 'closed' })
  await giveRole.back(city, ids.officer, officerOfUnit)
})
