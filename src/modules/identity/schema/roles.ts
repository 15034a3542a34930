import { z } from 'zod'
import { CITY_ROLES, ROLES } from '../../../kernel/permissions.ts'
import { nameText } from '../../../platform/names/index.ts'

const Scope = z.enum(['any', 'own'])
const Permissions = z.record(z.string().min(1).max(60), Scope).refine((all) => Object.keys(all).length <= 200)
const Names = z.object({ 'zh-CN': z.string(), en: z.string() })
/** What the city gives: checked here, not where it is shown. */
const NewNames = z.object({ 'zh-CN': nameText({ max: 30 }), en: nameText({ max: 60 }) })
export const RoleKey = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const Basis = z.enum(CITY_ROLES)

export const NewRole = z.object({ basis: Basis, names: NewNames, permissions: Permissions })
export type NewRole = z.infer<typeof NewRole>

/** `version` is what was read; `names` is left out of a built-in role. */
export const ChangeRole = z.object({
  version: z.int32().min(0),
  names: NewNames.optional(),
  permissions: Permissions,
})
export type ChangeRole = z.infer<typeof ChangeRole>

export const RetireRole = z.object({ version: z.int32().min(1), isRetired: z.boolean() })

export const RoleLine = z.object({
  key: z.string(),
  basis: z.enum(ROLES),
  /** Null for a built-in role. */
  names: Names.nullable(),
  permissions: Permissions,
  /** Of a built-in role: what this release declares, where the city has changed it. */
  declared: Permissions.nullable(),
  version: z.int32(),
  isRetired: z.boolean(),
  isAdministrators: z.boolean(),
  holders: z.int(),
})
export type RoleLine = z.infer<typeof RoleLine>

export const PermissionLine = z.object({
  permission: z.string(),
  module: z.string(),
  words: z.string(),
  /** The built-in roles in whose place a role must stand to hold it; empty for the administrators' alone. */
  bases: z.array(Basis),
  isLimitable: z.boolean(),
  /** Whether it is held for a unit or not at all. */
  isBounded: z.boolean(),
})

export const RoleMatrix = z.object({ roles: z.array(RoleLine), permissions: z.array(PermissionLine) })
export type RoleMatrix = z.infer<typeof RoleMatrix>

export const NewAssignment = z.object({
  role: RoleKey,
  /** Null: the account's own unit, or the whole city, by the role. */
  unitId: z.uuid().nullable(),
  fromOn: z.iso.date().nullable(),
  untilOn: z.iso.date().nullable(),
})
export type NewAssignment = z.infer<typeof NewAssignment>

/** A role as somebody holds it. */
export const HeldRoleLine = z.object({
  key: z.string(),
  basis: z.enum(ROLES),
  names: Names.nullable(),
  unitId: z.uuid().nullable(),
  inNameOf: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  until: z.iso.date().nullable(),
})
export type HeldRoleLine = z.infer<typeof HeldRoleLine>

export const AssignmentLine = z.object({
  id: z.uuid(),
  role: z.string(),
  names: Names.nullable(),
  /** Where it is held; null for the whole city or an account without a unit. */
  unitId: z.uuid().nullable(),
  isOwnUnit: z.boolean(),
  fromOn: z.iso.date().nullable(),
  untilOn: z.iso.date().nullable(),
  state: z.enum(['now', 'coming', 'over']),
})
export type AssignmentLine = z.infer<typeof AssignmentLine>

export const NewDelegation = z.object({
  toAccountId: z.uuid(),
  /** Null: all that the giver holds. */
  assignmentIds: z.array(z.uuid()).min(1).max(40).nullable(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
})
export type NewDelegation = z.infer<typeof NewDelegation>

const Person = z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid().nullable() })

export const DelegationLine = z.object({
  id: z.uuid(),
  from: Person,
  to: Person,
  /** Null: all roles. */
  roles: z.array(z.object({ role: z.string(), names: Names.nullable() })).nullable(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  setBy: z.string(),
  state: z.enum(['now', 'coming', 'revoked']),
  /** Whether the one who reads may end it. */
  mayRevoke: z.boolean(),
})
export type DelegationLine = z.infer<typeof DelegationLine>

export const AccountHoldings = z.object({
  assignments: z.array(AssignmentLine),
  delegations: z.array(DelegationLine),
})
export type AccountHoldings = z.infer<typeof AccountHoldings>

/** What the page about leave needs: delegations that concern the reader, and whom they may name. */
export const LeavePage = z.object({
  /** Whose roles may be handed over: the reader's own first, then those the reader may speak for. */
  givers: z.array(Person.extend({ assignments: z.array(AssignmentLine) })),
  /** Who may stand in. */
  people: z.array(Person),
  delegations: z.array(DelegationLine),
  today: z.iso.date(),
})
export type LeavePage = z.infer<typeof LeavePage>

export const AskWhoMay = z.object({ permission: z.string().min(1).max(60), unitId: z.uuid().optional() })

export const WhoMayLine = z.object({
  account: z.object({ id: z.uuid(), username: z.string(), name: z.string(), unitId: z.uuid().nullable() }),
  /** Through what: each role that gives it here, and for whom it is held. */
  through: z.array(HeldRoleLine.extend({ scope: Scope })),
})
export const WhoMay = z.object({ people: z.array(WhoMayLine) })
export type WhoMay = z.infer<typeof WhoMay>
