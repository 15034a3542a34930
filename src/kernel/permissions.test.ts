import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  authorize,
  declaredFor,
  grantsFor,
  holds,
  isAllowed,
  type PermissionTable,
  ROLES,
  reachOf,
  type Scope,
} from './permissions.ts'

const unit = fc.constantFrom<string>('u1', 'u2', 'u3')
const holding = fc.record({
  permissions: fc.dictionary(
    fc.constantFrom('ledger.read', 'ledger.work'),
    fc.constantFrom<Scope>('any', 'own'),
  ),
  unitIds: fc.array(unit),
})

describe('permissions', () => {
  it('agree with an independent predicate for every holding, unit and permission', () => {
    fc.assert(
      fc.property(fc.array(holding), fc.array(unit), (holdings, asked) => {
        const grants = grantsFor(holdings)
        for (const permission of ['ledger.read', 'ledger.work']) {
          const giving = holdings.filter((each) => permission in each.permissions)
          const isHere = (id: string) =>
            giving.some((each) => each.permissions[permission] === 'any' || each.unitIds.includes(id))
          const expected = asked.length === 0 ? giving.length > 0 : asked.some(isHere)
          expect(isAllowed(grants, permission, asked)).toBe(expected)
          expect(holds(grants, permission)).toBe(giving.length > 0)
          for (const id of ['u1', 'u2', 'u3']) expect(isAllowed(grants, permission, [id])).toBe(isHere(id))
        }
        expect(isAllowed(grants, 'ledger.write', asked)).toBe(false)
        expect(reachOf(grants, 'ledger.write')).toEqual([])
      }),
    )
  })

  it('never concern a unit that nobody is responsible for, unless they are held for all', () => {
    const holdings = (scope: Scope) => [{ permissions: { 'ledger.work': scope }, unitIds: ['u1'] }]
    expect(isAllowed(grantsFor(holdings('own')), 'ledger.work', [null])).toBe(false)
    expect(isAllowed(grantsFor(holdings('any')), 'ledger.work', [null])).toBe(true)
  })

  it('of a role are what the modules declare for it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.dictionary(fc.constantFrom(...ROLES), fc.constantFrom('any', 'own'))),
        fc.constantFrom(...ROLES),
        (declared, role) => {
          const table = declared as PermissionTable
          const expected = Object.entries(declared).filter(([, byRole]) => role in byRole)
          expect(Object.entries(declaredFor(table, role))).toEqual(
            expected.map(([permission, byRole]) => [permission, byRole[role]]),
          )
        },
      ),
      { examples: [[JSON.parse('{"__proto__":{"liaison":"any"}}'), 'liaison']] },
    )
  })

  it('refuses with a code that names the permission', () => {
    const ctx = { actor: { grants: { permissions: {} } } }
    expect(() => authorize(ctx, 'ledger.read')).toThrow(
      expect.objectContaining({ code: 'kernel.forbidden', kind: 'forbidden' }),
    )
  })
})
