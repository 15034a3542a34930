import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  authorize,
  grantsFor,
  isAllowed,
  type PermissionTable,
  ROLES,
  type Role,
  type Scope,
} from './permissions.ts'

const role = fc.constantFrom(...ROLES)
const scope = fc.constantFrom<Scope | undefined>('any', 'own', undefined)
const unit = fc.constantFrom('u1', 'u2', 'u3')

describe('permissions', () => {
  it('agree with an independent predicate for every role, unit and permission', () => {
    fc.assert(
      fc.property(
        fc.array(role),
        fc.dictionary(role, scope),
        fc.array(unit),
        fc.array(unit),
        (roles, byRole, own, asked) => {
          const table = { 'ledger.read': byRole } as PermissionTable
          const grants = { permissions: grantsFor(table, roles), unitIds: own }
          const scopes = roles.map((r: Role) => byRole[r])
          const expected =
            scopes.includes('any') ||
            (scopes.includes('own') &&
              (asked.length === 0 || asked.filter((id) => own.includes(id)).length > 0))
          expect(isAllowed(grants, 'ledger.read', asked)).toBe(expected)
          expect(isAllowed(grants, 'ledger.write', asked)).toBe(false)
        },
      ),
    )
  })

  it('refuses with a code that names the permission', () => {
    const ctx = { actor: { grants: { permissions: {}, unitIds: [] } } }
    expect(() => authorize(ctx, 'ledger.read')).toThrow(
      expect.objectContaining({ code: 'kernel.forbidden', kind: 'forbidden' }),
    )
  })
})
