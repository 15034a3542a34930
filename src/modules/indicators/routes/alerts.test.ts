import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../../platform/testing/index.ts'
import { addAccount } from '../../identity/testing.ts'
import { alertsAfterJobs } from '../alerts/testing.ts'
import { askOverHttp } from '../testing/ask-over-http.ts'
import { defineForTest, publishForTest } from '../testing.ts'

let city: TestCity
let ask: Awaited<ReturnType<typeof askOverHttp>>
beforeAll(async () => {
  city = await openTestCity()
  ask = await askOverHttp(city, ['statistician', 'officer', 'leader'])
  await defineForTest(city.as('statistician'), { code: 'output', name: '产值', frequency: 'year' })
})
afterAll(() => city?.close())

const falls = (fields: object = {}) => ({
  version: 0,
  name: '产值回落',
  rule: { key: 'falls', kind: 'declines', periods: 1 },
  watch: { indicators: ['output'] },
  ownerRole: 'statistician',
  ...fields,
})

it('Rules are listed, made, changed and switched off; a wrong one is told by its field in either language', async () => {
  const path = '/api/alert-rules/falls'
  const wrong = falls({ rule: { key: 'falls', kind: 'declines', periods: 0 } })
  const [zh, en] = [
    await ask('PUT', path, { body: wrong }),
    await ask('PUT', path, { body: wrong, english: true }),
  ]
  expect(zh).toMatchObject({ status: 400, body: { code: 'kernel.invalid-request' } })
  expect(zh.body.details.fields[0].path).toBe('body.rule.periods')
  expect(zh.body.details.fields[0].message).toMatch(/\p{Script=Han}/u)
  expect(en.body.details.fields[0].message).toMatch(/^[\x20-\x7e]+$/)
  for (const body of [
    falls({ ownerRole: null }),
    falls({ watch: { measure: 'rank' } }),
    falls({ rule: { kind: 'x' } }),
  ])
    expect((await ask('PUT', path, { body })).status).toBe(400)
  expect((await ask('PUT', path, { body: falls(), as: 'officer' })).status).toBe(403)

  expect(await ask('PUT', path, { body: falls() })).toMatchObject({
    status: 200,
    body: { version: 1, isOn: true },
  })
  const other = { version: 1, rule: { key: 'falls', kind: 'gap', points: '5' } }
  expect((await ask('PUT', path, { body: falls(other) })).body.detail).toContain('连续变差')
  expect((await ask('PUT', path, { body: falls(other), english: true })).body.detail).toContain(
    'declines in a row',
  )
  expect((await ask('PUT', path, { body: falls() })).body.code).toBe('indicators.alert-rule-changed')
  expect(await ask('PUT', path, { body: falls({ version: 1, isOn: false }) })).toMatchObject({
    body: { version: 2 },
  })
  const { rules } = (await ask('GET', '/api/alert-rules', { as: 'leader' })).body
  expect(rules.find(({ key }: { key: string }) => key === 'falls')).toMatchObject({
    isOn: false,
    name: '产值回落',
  })
  await ask('PUT', path, { body: falls({ version: 2 }) })
})

it('An alert is handed over to somebody else, who is told once, and no longer when it is settled', async () => {
  await publishForTest(city.as('statistician'), {
    output: { '2022': { yunbo: '9' }, '2023': { yunbo: '8' } },
  })
  const [first] = await alertsAfterJobs(city, { rule: 'falls' })
  const { id } = first!
  const owner = `/api/alerts/${id}/owner`
  const ownerId = (await ask('GET', '/api/session', { as: 'officer' })).userId
  expect((await ask('POST', owner, { body: { version: 1, ownerId }, as: 'leader' })).status).toBe(403)
  expect((await ask('POST', owner, { body: { version: 1 } })).status).toBe(400)
  const nobody = { version: 1, ownerId: '00000000-0000-7000-8000-00000000abcd' }
  expect((await ask('POST', owner, { body: nobody })).body.code).toBe('indicators.no-such-owner')
  expect(await ask('POST', owner, { body: { version: 1, ownerId } })).toMatchObject({
    status: 200,
    body: { state: 'open', version: 2, owner: { id: ownerId, role: null } },
  })
  const { rows } = await sql`select kind from inbox.message
    where account_id = ${ownerId} and kind = 'indicators.alert-declines'`.execute(city.database.owner)
  expect(rows).toHaveLength(1)
  expect((await ask('POST', owner, { body: { version: 1, ownerRole: 'leader' } })).body.code).toBe(
    'indicators.alert-changed',
  )
  await ask('POST', `/api/alerts/${id}/dismiss`, { body: { version: 2, reason: '口径调整' } })
  const late = { body: { version: 3, ownerRole: 'leader' } }
  expect((await ask('POST', owner, late)).body.detail).toBe(
    '这条预警已经处理（已搁置），不能再次处理；请刷新后查看结果',
  )
  expect((await ask('POST', owner, { ...late, english: true })).body.detail).toContain('put aside')
})

it('Whom an alert may be given to is listed by title and role; nobody who is gone or sees no figures', async () => {
  await addAccount(city.asSystem(), { username: 'rules', role: 'security-admin' })
  const { owners } = (await ask('GET', '/api/alert-owners')).body
  expect(owners.map(({ roles }: { roles: string[] }) => roles[0]).sort()).toEqual([
    'leader',
    'officer',
    'statistician',
  ])
  for (const owner of owners) expect(Object.keys(owner).sort()).toEqual(['id', 'name', 'roles'])
  expect((await ask('GET', '/api/alert-owners', { as: 'leader' })).status).toBe(403)

  const { version } = (await ask('GET', '/api/alert-rules')).body.rules.find(
    ({ key }: { key: string }) => key === 'falls',
  )
  const refused = await ask('PUT', '/api/alert-rules/falls', {
    body: falls({ version, ownerRole: 'security-admin' }),
  })
  expect(refused.body.code).toBe('indicators.owner-role')
  const officer = owners.find(({ roles }: { roles: string[] }) => roles[0] === 'officer').id
  await sql`update identity.account set disabled_at = now() where id = ${officer}`.execute(
    city.database.owner,
  )
  const gone = await ask('PUT', '/api/alert-rules/falls', {
    body: falls({ version, ownerRole: null, ownerId: officer }),
  })
  expect(gone.body.code).toBe('indicators.no-such-owner')
})
