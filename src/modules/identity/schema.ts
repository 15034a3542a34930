import { z } from 'zod'
import { ROLES } from '../../kernel/permissions.ts'
import { SecuritySettings } from './rules/security-settings.ts'
import { AccountName, Username } from './schema/accounts.ts'
import { HeldRoleLine } from './schema/roles.ts'

const Password = z.string().min(1).max(200)

export const SignIn = z.object({ username: z.string().min(1).max(64), password: Password })
export type SignIn = z.infer<typeof SignIn>

/** What a right password is answered with where a second factor is set up. */
export const SecondStepNeeded = z.object({ challenge: z.string(), expiresAt: z.iso.datetime() })

/** A code of the app, or a recovery code; blanks and dashes do not matter. */
const Code = z.string().min(6).max(40)

export const SecondStep = z.object({ challenge: z.string().min(1).max(100), code: Code })
export type SecondStep = z.infer<typeof SecondStep>

/** Who is signed in and what they may do; the screens ask the same rule as the server with `grants`. */
export const Session = z.object({
  user: z.object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    unitId: z.uuid().nullable(),
    /** What is held today, where, and for whom. */
    held: z.array(HeldRoleLine),
  }),
  tenant: z.object({ id: z.uuid(), name: z.string(), pack: z.string() }),
  grants: z.object({
    permissions: z.record(z.string(), z.union([z.literal('any'), z.array(z.uuid()).readonly()])),
  }),
  /** What must be done first; until then nothing else is open, and `grants` is empty of permissions. */
  duties: z.array(z.string()),
  /** Sent back in the header `x-csrf-token` with every write. */
  csrfToken: z.string(),
})
export type Session = z.infer<typeof Session>

export const CreateAccount = z.object({
  username: Username,
  name: AccountName,
  password: z.string().max(200),
  roles: z.array(z.enum(ROLES)).min(1),
  unitId: z.uuid().nullable(),
})
export type CreateAccount = z.infer<typeof CreateAccount>

export const ChangePassword = z.object({ currentPassword: Password, newPassword: Password })
export type ChangePassword = z.infer<typeof ChangePassword>

/** A live session as its owner sees it in a list. */
export const SessionLine = z.object({
  id: z.uuid(),
  /** `Chrome 140 · Windows`; empty for a program that does not say. */
  device: z.string(),
  /** Without its last part: `10.1.2.*`. */
  address: z.string(),
  since: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isCurrent: z.boolean(),
})
export type SessionLine = z.infer<typeof SessionLine>

/** The code is needed where a second factor is in force already. */
export const BeginSecondFactor = z.object({ password: Password, code: Code.optional() })
export type BeginSecondFactor = z.infer<typeof BeginSecondFactor>

export const ConfirmSecondFactor = z.object({ code: Code })

export const ProveBoth = z.object({ password: Password, code: Code })
export type ProveBoth = z.infer<typeof ProveBoth>

/** What somebody sees of their own account. */
export const OwnAccount = z.object({
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  password: z.object({
    setAt: z.iso.datetime(),
    /** When it must be changed, by the settings in force; null never. */
    changeBy: z.iso.datetime().nullable(),
    rules: SecuritySettings.pick({
      passwordLength: true,
      passwordClasses: true,
      passphraseLength: true,
      formerPasswords: true,
    }),
  }),
  secondFactor: z.object({
    since: z.iso.datetime().nullable(),
    /** Whether the account must have one. */
    isForced: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  /** Longest life of an API token in days. */
  tokenDays: z.int(),
})
export type OwnAccount = z.infer<typeof OwnAccount>
