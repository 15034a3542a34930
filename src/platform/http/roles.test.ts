import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CITY_ROLES, ROLES, type Role } from '../../kernel/permissions.ts'
import { addAccount, type SignedInBrowser, signInOver } from '../../modules/identity/testing.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import type { QuarterdeckServer } from './build-server.ts'

let city: TestCity
let app: QuarterdeckServer
const browsers = new Map<Role, SignedInBrowser>()

beforeAll(async () => {
  city = await openTestCity()
  app = await city.http()
  for (const role of ROLES) {
    const unitId = city.unitId(role === 'leader' ? 'riverport' : 'qingdu')
    await addAccount(city.asSystem(), { role, unitId })
    browsers.set(role, await signInOver(app, role))
  }
})
afterAll(() => city?.close())

/** A unit is one that everybody here answers for; whatever else the path names is not there. */
const urlOf = (path: string) =>
  path.replace(':unitId', city.unitId('qingdu')).replaceAll(/:\w+/g, '01900000-0000-7000-8000-000000000000')

/** Who may do what, written down a second time from DESIGN.md, not read from the modules. */
function mayEnter(role: Role, permission: string): boolean {
  if (permission === 'public' || permission === 'signed-in') return true
  if (permission === 'journal.read') return role === 'auditor' || role === 'audit-admin'
  if (permission.startsWith('identity.')) return ACCOUNTS[permission]!.includes(role)
  if (permission === 'units.read') return true
  // The administrators look after accounts, settings and journal and see nothing of the city's work.
  if (!CITY_ROLES.some((each) => each === role)) return false
  if (permission.endsWith('.read')) return true
  // The unit's people work on their items; its leader decides on other deadlines.
  if (permission === 'ledger.work' && role === 'liaison') return true
  if (permission === 'ledger.approve' && role === 'leader') return true
  // Whoever writes a text may have its figures checked.
  if (permission === 'reviews.check') return ['officer', 'statistician', 'liaison'].includes(role)
  if (permission.startsWith('indicators.')) return INDICATORS[permission]!.includes(role)
  return role === 'officer'
}

/** Three administrators kept apart: one makes accounts, one gives rights, one reads the journal; each sees all accounts. */
const ACCOUNTS: Readonly<Record<string, readonly Role[]>> = {
  'identity.list-accounts': ['system-admin', 'security-admin', 'audit-admin'],
  'identity.confirm-changes': ['system-admin', 'security-admin', 'audit-admin'],
  'identity.manage-accounts': ['system-admin'],
  'identity.grant-roles': ['security-admin'],
  'identity.secure-accounts': ['security-admin'],
  'identity.end-sessions': ['system-admin', 'security-admin'],
  'identity.delegate': ['security-admin', 'leader'],
}

/** The statistician owns indicators; the office works with what they say, units report their own. */
const INDICATORS: Readonly<Record<string, readonly Role[]>> = {
  'indicators.define': ['statistician'],
  'indicators.import': ['statistician'],
  'indicators.publish': ['statistician'],
  'indicators.verify': ['statistician'],
  'indicators.freeze': ['statistician'],
  'indicators.report': ['statistician', 'liaison'],
  'indicators.score': ['statistician', 'leader'],
  'indicators.target': ['statistician', 'officer'],
  'indicators.check-claims': ['statistician', 'officer'],
  'indicators.alert': ['statistician', 'officer'],
}

describe.each(ROLES)('%s', (role) => {
  it('enters the routes of the role and no other', async () => {
    for (const { method, path, permission, operationId } of app.routeTable) {
      if (['signIn', 'signInWithCode', 'signOut'].includes(operationId)) continue
      const url = urlOf(path)
      const { headers } = browsers.get(role)!
      const response = await app.inject({ method: method as 'GET', url, headers })
      const at = { role, method, path, answer: response.body.slice(0, 200) }
      expect({ ...at, isForbidden: response.statusCode === 403 }).toEqual({
        ...at,
        isForbidden: !mayEnter(role, permission),
      })
      expect({ ...at, status: response.statusCode }).not.toMatchObject({ status: 500 })
    }
  })

  it('is nobody without the cookie', async () => {
    for (const { method, path, permission } of app.routeTable) {
      if (permission === 'public') continue
      const url = urlOf(path)
      expect((await app.inject({ method: method as 'GET', url })).statusCode).toBe(401)
    }
  })
})
