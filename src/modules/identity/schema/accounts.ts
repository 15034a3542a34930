import { z } from 'zod'
import { ROLES } from '../../../kernel/permissions.ts'
import { nameText } from '../../../platform/names/index.ts'
import { CHANGE_KINDS } from '../rules/account-change.ts'
import { HeldRoleLine } from './roles.ts'

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/)

/** A role title, `浦东新区联络员`: the journal names offices, not persons. */
export const AccountName = nameText({ max: 60 })

/** What the system administrator gives; roles come from the security administrator. */
export const NewAccount = z.object({ username: Username, name: AccountName, unitId: z.uuid().nullable() })
export type NewAccount = z.infer<typeof NewAccount>

export const AccountFacts = z.object({ name: AccountName, unitId: z.uuid().nullable() })
export type AccountFacts = z.infer<typeof AccountFacts>

export const AccountRoles = z.object({ roles: z.array(z.enum(ROLES)).max(ROLES.length) })

export const AccountLine = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  unitId: z.uuid().nullable(),
  held: z.array(HeldRoleLine),
  isDisabled: z.boolean(),
  mustChangePassword: z.boolean(),
  passwordSetAt: z.iso.datetime(),
  secondFactorSince: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Whole minutes that sign-in still waits after wrong passwords; 0 when it is open. */
  lockedMinutes: z.int(),
})
export type AccountLine = z.infer<typeof AccountLine>

export const AccountPage = z.object({ accounts: z.array(AccountLine), total: z.int() })
export type AccountPage = z.infer<typeof AccountPage>

/** A change of an administrator's account that waits for another administrator. */
export const WaitingChange = z.object({
  id: z.uuid(),
  kind: z.enum(CHANGE_KINDS),
  account: z.object({ id: z.uuid(), username: z.string(), name: z.string() }),
  roles: z.array(z.enum(ROLES)).nullable(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  /** Whether the one who reads may confirm it, or, having asked, withdraw it. */
  mayConfirm: z.boolean(),
  isOwn: z.boolean(),
})
export type WaitingChange = z.infer<typeof WaitingChange>

/** `waiting` until another administrator has confirmed. */
export const ChangeOutcome = z.object({ outcome: z.enum(['done', 'waiting']) })
export type ChangeOutcome = z.infer<typeof ChangeOutcome>
