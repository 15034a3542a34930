import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ADMIN_ROLES, ROLES, type Role } from '../../../kernel/permissions.ts'
import { mayConfirm, needsConfirmation, roleFault } from './account-change.ts'

const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 })
const admins = (given: readonly Role[]) =>
  given.filter((role) => (ADMIN_ROLES as readonly Role[]).includes(role))
const person = fc.constantFrom('p1', 'p2', 'p3')

it('lets no account hold two administrators’ roles, nor one beside the city’s work', () => {
  fc.assert(
    fc.property(roles, (given) => {
      const isMixed = admins(given).length > 0 && given.length > 1
      expect(roleFault(given, 'unit')?.kind === 'administrator-alone').toBe(isMixed)
    }),
  )
})

it('asks for a unit where the role works for one', () => {
  expect(roleFault(['liaison'], null)).toEqual({ kind: 'unit-missing', role: 'liaison' })
  expect(roleFault(['liaison'], 'unit')).toBe(undefined)
  expect(roleFault([], null)).toBe(undefined)
})

it('asks for four eyes whenever an administrator’s account is touched or made', () => {
  fc.assert(
    fc.property(roles, fc.option(roles), (present, future) => {
      const expected = admins(present).length + admins(future ?? []).length > 0
      expect(needsConfirmation(present, future)).toBe(expected)
    }),
  )
})

it('takes the confirmation of nobody who asked, gains, or is of the asking kind', () => {
  fc.assert(
    fc.property(
      person,
      person,
      person,
      fc.constantFrom(...ADMIN_ROLES),
      fc.constantFrom(...ADMIN_ROLES),
      (askedBy, accountId, userId, askedRole, role) => {
        const expected = new Set([askedBy, userId]).size === 2 && userId !== accountId && role !== askedRole
        expect(mayConfirm({ askedBy, askedRole, accountId }, { userId, roles: [role] })).toBe(expected)
      },
    ),
  )
})
