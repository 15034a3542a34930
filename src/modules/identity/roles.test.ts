import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reachOf } from '../../kernel/permissions.ts'
import { withStandIns } from '../../platform/accounts.ts'
import { contextOfAccount } from '../../platform/context-of-account.ts'
import type { HttpApp } from '../../platform/module.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { addAccount, delegateTo, giveRole, type SignedInBrowser, signInOver } from './testing.ts'

type Who = 'security-admin' | 'system-admin' | 'officer' | 'liaison' | 'leader' | 'second' | 'auditor'
let city: TestCity
let app: HttpApp
const browsers = {} as Record<Who, SignedInBrowser>

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  const people = [
    ['security-admin', 'security-admin', null],
    ['system-admin', 'system-admin', null],
    ['officer', 'officer', null],
    ['liaison', 'liaison', 'qingdu'],
    ['leader', 'leader', 'qingdu'],
    ['second', 'liaison', 'heting'],
    ['auditor', 'auditor', null],
  ] as const
  for (const [username, role, unit] of people) {
    await addAccount(city.asSystem(), { username, role, unitId: unit && city.unitId(unit) })
    browsers[username] = await signInOver(app, username)
  }
})
afterAll(() => city?.close())

/** Sessions do not last for days: everybody signs in anew when they are next asked for. */
function setClock(instant: string): void {
  city.setClock(instant)
  stale = new Set(Object.keys(browsers) as Who[])
}
let stale = new Set<Who>()

async function send(as: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  if (stale.delete(as)) browsers[as] = await signInOver(app, as)
  const response = await app.inject({
    method,
    url,
    headers: browsers[as].headers,
    ...(payload && { payload }),
  })
  return { status: response.statusCode, ...(response.body ? response.json() : {}) }
}
const idOf = (as: Who) => browsers[as].session.user.id
const grantsOf = async (as: Who) => (await contextOfAccount(city.asSystem(), idOf(as)))!.actor.grants
const roleOf = async (key: string) =>
  (await send('security-admin', 'GET', '/api/roles')).roles.find((role: { key: string }) => role.key === key)

const CLERK = {
  basis: 'liaison',
  names: { 'zh-CN': '台账员', en: 'Ledger clerk' },
  permissions: { 'ledger.read': 'own', 'units.read': 'any' },
}
const make = (role: object) => send('security-admin', 'POST', '/api/roles', { ...CLERK, ...role })
const assign = (to: Who, input: object) =>
  send('security-admin', 'POST', `/api/accounts/${idOf(to)}/assignments`, {
    ...{ unitId: null, fromOn: null, untilOn: null },
    ...input,
  })

describe('a role of the city', () => {
  it('gives what it says where it is held and as long as it is held, from the next request on', async () => {
    const { key } = await make({})
    expect(await assign('officer', { role: key })).toMatchObject({ code: 'identity.unit-missing' })
    const days = { fromOn: '2024-04-11', untilOn: '2024-04-12' }
    const { id } = await assign('liaison', { role: key, unitId: city.unitId('heting'), ...days })
    const heting = city.unitId('heting')
    expect(reachOf(await grantsOf('liaison'), 'ledger.read')).not.toContain(heting)
    setClock('2024-04-11T02:00:00Z')
    expect(reachOf(await grantsOf('liaison'), 'ledger.read')).toEqual(
      expect.arrayContaining([heting, city.unitId('qingdu')]),
    )
    expect(reachOf(await grantsOf('liaison'), 'ledger.work')).not.toContain(heting)
    const { version, names } = await roleOf(key)
    const permissions = { ...CLERK.permissions, 'ledger.work': 'own' }
    expect(
      await send('security-admin', 'PUT', `/api/roles/${key}`, { version, names, permissions }),
    ).toMatchObject({ status: 204 })
    expect(reachOf(await grantsOf('liaison'), 'ledger.work')).toContain(heting)
    expect(
      await send('security-admin', 'PUT', `/api/roles/${key}`, { version, names, permissions }),
    ).toMatchObject({
      code: 'identity.role-changed-meanwhile',
    })
    const { people } = await send(
      'security-admin',
      'GET',
      `/api/permission-holders?permission=ledger.work&unitId=${heting}`,
    )
    const mine = people.find(({ account }: { account: { id: string } }) => account.id === idOf('liaison'))
    expect(mine.through).toMatchObject([{ key, scope: 'own', unitId: heting, inNameOf: null }])
    const retire = (isRetired: boolean, at: number) =>
      send('security-admin', 'POST', `/api/roles/${key}/retirement`, { version: at, isRetired })
    expect(await retire(true, 2)).toMatchObject({ code: 'identity.role-in-use', details: { holders: 1 } })
    await send('security-admin', 'DELETE', `/api/accounts/${idOf('liaison')}/assignments/${id}`)
    expect(await retire(true, 2)).toMatchObject({ status: 204 })
    expect(await assign('liaison', { role: key })).toMatchObject({ code: 'identity.role-retired' })
  })

  it('that is built in is as declared until the city changes it, and again when nothing differs', async () => {
    const before = await roleOf('liaison')
    expect(before).toMatchObject({ version: 0, declared: null })
    const { 'reviews.check': _, ...permissions } = before.permissions
    await send('security-admin', 'PUT', '/api/roles/liaison', { version: 0, permissions })
    expect(await roleOf('liaison')).toMatchObject({ version: 1, declared: before.permissions, permissions })
    expect(reachOf(await grantsOf('liaison'), 'reviews.check')).toEqual([])
    await send('security-admin', 'PUT', '/api/roles/liaison', { version: 1, permissions: before.permissions })
    expect(await roleOf('liaison')).toEqual(before)
    const { rows } = await city.asSystem().transaction((tx) =>
      sql<{
        detail: object
      }>`select detail from journal.entry where action = 'identity.role-changed' and subject_id = 'liaison'
        order by seq`.execute(tx),
    )
    expect(rows).toMatchObject([
      { detail: { lost: ['reviews.check'], gained: {} } },
      { detail: { lost: [], gained: { 'reviews.check': 'any' } } },
    ])
  })

  it.each([
    [
      'an administrator’s permission',
      { permissions: { 'identity.grant-roles': 'any' } },
      'permission-of-administrators',
    ],
    [
      'the journal for who is no auditor',
      { permissions: { 'journal.read': 'any' } },
      'permission-of-another-basis',
    ],
    [
      'a unit for what concerns the city',
      { permissions: { 'ledger.read': 'any', 'ledger.configure': 'own' } },
      'permission-not-limitable',
    ],
    ['changing without seeing', { permissions: { 'ledger.work': 'own' } }, 'reading-missing'],
    ['what is no permission', { permissions: { flying: 'any' } }, 'permission-unknown'],
    ['a name that is taken', { names: { 'zh-CN': '台账员', en: 'Another' } }, 'role-name-taken'],
    ['one that looks like it', { names: { 'zh-CN': '又一个', en: 'Ledger cIerk' } }, 'role-name-taken'],
    [
      'one that looks like an administrator’s',
      { names: { 'zh-CN': '安全 管理员', en: 'Z' } },
      'role-name-taken',
    ],
  ])('cannot have %s', async (_, input, code) => {
    const answer = await make(input)
    expect(answer).toMatchObject({ code: `identity.${code}` })
    expect(answer.detail).not.toMatch(/\{|ledger\.|identity\.\w/)
  })

  it('is one of several that are named alike at the same moment', async () => {
    const named = (en: string) => make({ names: { 'zh-CN': `同时${en}`, en } })
    const answers = await Promise.all(['Duty1', 'Dutyl', 'DutyI', 'duty1'].map(named))
    expect(answers.filter(({ key }) => key)).toHaveLength(1)
  })

  it('raises no administrator: fixed, alone, and not for whoever gives it', async () => {
    const permissions = { 'identity.manage-accounts': 'any' }
    expect(
      await send('security-admin', 'PUT', '/api/roles/security-admin', { version: 0, permissions }),
    ).toMatchObject({
      code: 'identity.role-fixed',
    })
    expect(await assign('security-admin', { role: 'officer' })).toMatchObject({
      code: 'identity.own-account',
    })
    expect(await assign('system-admin', { role: 'officer' })).toMatchObject({
      code: 'identity.administrator-alone',
    })
    expect(await assign('officer', { role: 'system-admin' })).toMatchObject({
      code: 'identity.administrator-alone',
    })
    expect(await send('system-admin', 'POST', '/api/roles', CLERK)).toMatchObject({ status: 403 })
    // The same beneath the commands.
    const system = city.asSystem()
    const insert = (accountId: string) =>
      system.transaction((tx) =>
        sql`insert into identity.role_assignment (tenant_id, id, account_id, role, created_at, created_by)
          values (${city.tenant.id}, gen_random_uuid(), ${accountId}, 'officer', now(), ${accountId})`.execute(
          tx,
        ),
      )
    await expect(insert(idOf('system-admin'))).rejects.toThrow('foreign key')
    const sneak = system.transaction((tx) =>
      sql`insert into identity.role (tenant_id, key, basis, name_zh, name_en, permissions, version, changed_at, changed_by)
        values (${city.tenant.id}, 'sneaky', 'officer', 'x', 'x', '{"identity.grant-roles": "any"}', 1, now(), ${idOf('officer')})`.execute(
        tx,
      ),
    )
    await expect(sneak).rejects.toThrow('check constraint')
  })
})

describe('a delegation', () => {
  const leave = { assignmentIds: null, fromOn: '2024-04-15', untilOn: '2024-04-19' }
  const hand = (as: Who, input: object) => send(as, 'POST', '/api/leave/delegations', { ...leave, ...input })

  it('is set by oneself, by a superior for the unit, or by the security administrator, never to who sets it', async () => {
    const byLeader = (giver: Who, toAccountId: string) =>
      send('leader', 'POST', `/api/accounts/${idOf(giver)}/delegations`, { ...leave, toAccountId })
    expect(await byLeader('liaison', idOf('leader'))).toMatchObject({ code: 'identity.delegation-to-self' })
    expect(await byLeader('second', idOf('officer'))).toMatchObject({ status: 403 })
    const { id } = await byLeader('liaison', idOf('second'))
    expect(id).toBeDefined()
    // A role for the whole city is no superior's to lend, even of somebody of the unit.
    const cityWide = await giveRole(city, idOf('liaison'), { role: 'statistician' })
    expect(
      await send('leader', 'POST', `/api/accounts/${idOf('liaison')}/delegations`, {
        ...{ ...leave, fromOn: '2024-05-01', untilOn: '2024-05-02', toAccountId: idOf('officer') },
        assignmentIds: [cityWide],
      }),
    ).toMatchObject({ code: 'identity.delegation-beyond-unit' })
    await giveRole.back(city, idOf('liaison'), cityWide)
    const { key } = await make({
      basis: 'officer',
      names: { 'zh-CN': '督查兼联络', en: 'Officer and liaison' },
      permissions: { 'ledger.read': 'any', 'ledger.verify': 'any', 'ledger.work': 'own' },
    })
    const mixed = await giveRole(city, idOf('liaison'), { role: key })
    expect(
      await send('leader', 'POST', `/api/accounts/${idOf('liaison')}/delegations`, {
        ...{ ...leave, fromOn: '2024-05-01', untilOn: '2024-05-02', toAccountId: idOf('officer') },
        assignmentIds: [mixed],
      }),
    ).toMatchObject({ code: 'identity.delegation-beyond-unit' })
    await giveRole.back(city, idOf('liaison'), mixed)
    // Somebody whom it is not about is not even told that it is there: the database hides it from whoever may not end it.
    expect(await send('officer', 'DELETE', `/api/leave/delegations/${id}`)).toMatchObject({ status: 404 })
    expect(await send('liaison', 'DELETE', `/api/leave/delegations/${id}`)).toMatchObject({ status: 204 })
    const bySecurity = await send('security-admin', 'POST', `/api/accounts/${idOf('officer')}/delegations`, {
      ...{ ...leave, toAccountId: idOf('auditor') },
    })
    expect(bySecurity.status).toBe(201)
    await send('security-admin', 'DELETE', `/api/leave/delegations/${bySecurity.id}`)
  })

  it.each([
    ['to an administrator', () => ({ toAccountId: idOf('system-admin') }), 'stand-in-unfit'],
    ['to oneself', () => ({ toAccountId: idOf('officer') }), 'delegation-to-self'],
    [
      'from yesterday',
      () => ({ toAccountId: idOf('second'), fromOn: '2024-04-10' }),
      'delegation-in-the-past',
    ],
    ['backwards', () => ({ toAccountId: idOf('second'), untilOn: '2024-04-14' }), 'days-reversed'],
    ['for years', () => ({ toAccountId: idOf('second'), untilOn: '2026-04-14' }), 'delegation-too-long'],
    [
      'of a role that is another’s',
      () => ({ toAccountId: idOf('second'), assignmentIds: ['01900000-0000-7000-8000-000000000000'] }),
      'not-their-roles',
    ],
  ])('is refused %s', async (_, input, code) => {
    expect(await hand('officer', input())).toMatchObject({ code: `identity.${code}` })
  })

  it('begins and ends by itself, goes no further, tells the stand-in, and lends nothing to a program', async () => {
    await delegateTo((await contextOfAccount(city.asSystem(), idOf('officer')))!, {
      ...{ toAccountId: idOf('second'), fromOn: '2024-04-15', untilOn: '2024-04-19' },
    })
    const told = () =>
      city.asSystem().transaction((tx) => withStandIns(tx, city.asSystem(), [idOf('officer')]))
    const dispatch = async (as: Who) => reachOf(await grantsOf(as), 'ledger.dispatch')
    expect([await dispatch('second'), await told()]).toEqual([[], [idOf('officer')]])
    setClock('2024-04-14T16:00:00Z')
    expect([await dispatch('second'), await told()]).toEqual(['any', [idOf('officer'), idOf('second')]])
    const second = await signInOver(app, 'second')
    expect(second.session.user.held).toMatchObject([
      { key: 'liaison', inNameOf: null },
      { key: 'officer', inNameOf: { id: idOf('officer') }, until: '2024-04-19' },
    ])
    const tokens = await app.inject({ url: '/api/account/tokens', headers: second.headers })
    expect(JSON.stringify(tokens.json())).not.toContain('ledger.dispatch')
    // What the second hands on in turn is their own, never the officer's.
    await delegateTo((await contextOfAccount(city.asSystem(), idOf('second')))!, {
      ...{ toAccountId: idOf('liaison'), fromOn: '2024-04-15', untilOn: '2024-04-19' },
    })
    expect([await dispatch('liaison'), reachOf(await grantsOf('liaison'), 'ledger.work')]).toEqual([
      [],
      expect.arrayContaining([city.unitId('heting'), city.unitId('qingdu')]),
    ])
    setClock('2024-04-19T16:00:00Z')
    expect([await dispatch('second'), await told()]).toEqual([[], [idOf('officer')]])
  })
})
