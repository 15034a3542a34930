import { ADMIN_ROLES, type Role } from '../../../kernel/permissions.ts'
import type { SecuritySettings } from './security-settings.ts'

/** What a person must do before anything else is open to them. */
export type Duty = 'change-password' | 'enrol-second-factor'

export interface PasswordState {
  /** Null where there is none: the single sign-on vouches for its people. */
  setAt: Date | null
  /** Somebody else chose it. */
  mustChange: boolean
}

const DAY_MS = 24 * 3_600_000

export const isAdministrator = (roles: readonly Role[]): boolean =>
  roles.some((role) => ADMIN_ROLES.some((each) => each === role))

/** Administrators always; everybody else when the settings say so. */
export const needsSecondFactor = (
  roles: readonly Role[],
  { secondFactor }: Pick<SecuritySettings, 'secondFactor'>,
): boolean => secondFactor === 'everyone' || isAdministrator(roles)

interface Holder {
  account: { roles: readonly Role[] }
  password: PasswordState
  hasSecondFactor: boolean
}

export function dutiesOf(
  { account, password, hasSecondFactor }: Holder,
  settings: SecuritySettings,
  now: Date,
): Duty[] {
  const { passwordDays } = settings
  const ageMs = password.setAt === null ? 0 : now.getTime() - password.setAt.getTime()
  const isOld = passwordDays !== null && ageMs > passwordDays * DAY_MS
  const mustEnrol = !hasSecondFactor && needsSecondFactor(account.roles, settings)
  return [
    ...(password.mustChange || isOld ? (['change-password'] as const) : []),
    ...(mustEnrol ? (['enrol-second-factor'] as const) : []),
  ]
}
