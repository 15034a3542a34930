import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modules } from '../../../apps/modules.ts'
import { CITY_ROLES, declaredFor, type Scope } from '../../../kernel/permissions.ts'
import { permissionTable } from '../../../platform/permissions.ts'
import { isOfUnit, permissionChanges, permissionFault } from './role-permissions.ts'

const table = permissionTable(modules)
const known = Object.keys(table)
const permissions = fc.dictionary(fc.constantFrom(...known), fc.constantFrom<Scope>('any', 'own'), {
  maxKeys: 6,
})

/** Written down a second time: what only administrators and the installation hold. */
const NOT_OF_WORK = [
  'units.load',
  'inbox.deliver',
  ...known.filter((each) => each.startsWith('identity.')),
].filter((each) => each !== 'identity.delegate')
const OF_AUDITOR = ['journal.read']
const OF_LEADER = ['identity.delegate']
const LIMITED = [
  'ledger.read',
  'ledger.work',
  'ledger.approve',
  'indicators.report',
  'reviews.read',
  'identity.delegate',
]

describe('a role of the city’s own', () => {
  it('gives what an independent predicate lets it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CITY_ROLES), permissions, (basis, asked) => {
        const isFine = Object.entries(asked).every(([permission, scope]) => {
          const reading = `${permission.split('.')[0]}.read`
          return (
            !NOT_OF_WORK.includes(permission) &&
            !(OF_AUDITOR.includes(permission) && basis !== 'auditor') &&
            !(OF_LEADER.includes(permission) && (basis !== 'leader' || scope === 'any')) &&
            !(scope === 'own' && !LIMITED.includes(permission)) &&
            !(known.includes(reading) && !(reading in asked))
          )
        })
        expect({ basis, asked, isFine: permissionFault(table, basis, asked) === undefined }).toEqual({
          ...{ basis, asked, isFine },
        })
      }),
    )
  })

  it('may be each built-in role as it is declared', () => {
    for (const basis of CITY_ROLES) {
      const declared = Object.fromEntries(
        Object.entries(table).flatMap(([permission, byRole]) => {
          const scope = byRole[basis]
          return scope === undefined ? [] : [[permission, scope]]
        }),
      )
      expect(permissionFault(table, basis, declared)).toBeUndefined()
    }
  })

  it('lends roles of its own unit only: of the whole city that is the security administrator’s', () => {
    const may = (scope: Scope) => permissionFault(table, 'leader', { 'identity.delegate': scope })?.kind
    expect([may('own'), may('any')]).toEqual([undefined, 'permission-only-for-unit'])
    expect(permissionFault(table, 'auditor', { 'journal.read': 'any' })).toBeUndefined()
  })

  it('is a unit’s when it holds for the whole city no more than the built-in roles of units', () => {
    const declared = CITY_ROLES.map((role) => isOfUnit(table, declaredFor(table, role)))
    expect(declared).toEqual([false, true, true, false, false])
    expect(isOfUnit(table, { ...declaredFor(table, 'officer'), 'ledger.work': 'own' })).toBe(false)
    expect(isOfUnit(table, { ...declaredFor(table, 'liaison'), 'ledger.read': 'any' })).toBe(false)
  })

  it('holds nothing that is not a permission, whatever it is called', () => {
    for (const permission of ['ledger.fly', 'constructor', '__proto__', 'toString'])
      expect(permissionFault(table, 'officer', Object.fromEntries([[permission, 'any']]))).toMatchObject({
        kind: 'permission-unknown',
      })
  })
})

it('a change of a role, applied to what it was, gives what it is', () => {
  fc.assert(
    fc.property(permissions, permissions, (from, to) => {
      const { gained, lost, rescoped } = permissionChanges(from, to)
      const kept = Object.entries(from).filter(([permission]) => !lost.includes(permission))
      expect({ ...Object.fromEntries(kept), ...gained, ...rescoped }).toEqual(to)
    }),
  )
})
