import { ADMIN_ROLES, type Role } from '../../../kernel/permissions.ts'
import { isAdministrator } from './duties.ts'

export const CHANGE_KINDS = [
  'set-roles',
  'reset-password',
  'reset-second-factor',
  'disable',
  'enable',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Which administrator's work a change is; no two of them together open an account to whoever makes them. */
export const PERMISSION_OF: Readonly<Record<ChangeKind, string>> = {
  'set-roles': 'identity.grant-roles',
  'reset-password': 'identity.manage-accounts',
  'reset-second-factor': 'identity.secure-accounts',
  disable: 'identity.manage-accounts',
  enable: 'identity.manage-accounts',
}

/** Another administrator must confirm what is done to an administrator's account, or would make it one. */
export function needsConfirmation(present: readonly Role[], future: readonly Role[] | null): boolean {
  return isAdministrator(present) || (future !== null && isAdministrator(future))
}

/** The administrators' role among these; what an account's own row keeps. */
export const administratorOf = (roles: readonly Role[]): Role[] =>
  roles.filter((role) => ADMIN_ROLES.some((each) => each === role))

export type RoleFault = { kind: 'administrator-alone' } | { kind: 'unit-missing'; role: Role }

/** Why an account may not have these roles together; undefined when it may. */
export function roleFault(roles: readonly Role[], unitId: string | null): RoleFault | undefined {
  const isAlone = roles.length === 1
  if (isAdministrator(roles) && !isAlone) return { kind: 'administrator-alone' }
  const role = roles.find((each) => each === 'liaison' || each === 'leader')
  return role && unitId === null ? { kind: 'unit-missing', role } : undefined
}

interface Asked {
  askedBy: string
  askedRole: string
  accountId: string
}

/** Neither who asked, nor whose account it is, nor anybody of the asking administrator's kind. */
export function mayConfirm(asked: Asked, decider: { userId: string; roles: readonly Role[] }): boolean {
  const isSameKind = ADMIN_ROLES.some((role) => role === asked.askedRole && decider.roles.includes(role))
  return decider.userId !== asked.askedBy && decider.userId !== asked.accountId && !isSameKind
}
