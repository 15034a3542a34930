import { afterAll, beforeAll, expect, it } from 'vitest'
import { skeleton } from '../../platform/names/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { signInWithOidc } from './commands/sign-in-with-oidc.ts'
import { listUsernames } from './store/accounts.ts'
import { addAccount } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await addAccount(city.asSystem(), { role: 'officer', username: 'duban1' })
})
afterAll(() => city?.close())

it('A user name that looks like another is refused with the character that differs', async () => {
  const refused = addAccount(city.asSystem(), { role: 'officer', username: 'dubanl' })
  await expect(refused).rejects.toMatchObject({
    code: 'identity.username-alike',
    details: { username: 'dubanl', other: 'duban1', position: 6, sign: 'U+006C' },
  })
  await addAccount(city.asSystem(), { role: 'officer', username: 'duban2' })
})

it('Of names that look alike and are given at the same moment, one is made', async () => {
  const names = ['pu0', 'puo', 'pu_0', 'pu_o', 'wuli', 'wu1i', 'wuIi']
  const made = await Promise.allSettled(
    names.map((username) => addAccount(city.asSystem(), { role: 'officer', username })),
  )
  const taken = made.flatMap((each, at) => (each.status === 'fulfilled' ? [skeleton(names[at]!)] : []))
  expect(taken.sort()).toEqual([...new Set(names.map(skeleton))].sort())
  for (const each of made.filter(({ status }) => status === 'rejected'))
    expect(each).toMatchObject({ reason: { code: 'identity.username-alike' } })
})

it('Single sign-on makes no account under a name that looks like somebody’s', async () => {
  const ctx = city.asSystem()
  const origin = { address: '10.0.0.9', userAgent: 'test' }
  const arrive = (subject: string, username: string) =>
    signInWithOidc(ctx, { issuer: 'https://sso.test', subject, username, defaultRole: 'officer' }, origin)
  await arrive('1', 'dubanl')
  await arrive('2', 'kezhang')
  const names = await ctx.transaction((tx) => listUsernames(tx))
  expect(names).toContain('kezhang')
  expect(names).not.toContain('dubanl')
  expect(names.filter((name) => name.startsWith('sso-'))).toHaveLength(1)
})
