import type { SecuritySettings } from './security-settings.ts'

/** What a person must do before anything else is open to them. */
export type Duty = 'change-password' | 'enrol-second-factor'

export interface PasswordState {
  setAt: Date
  /** Somebody else chose it. */
  mustChange: boolean
}

const DAY_MS = 24 * 3_600_000

export function dutiesOf(
  { password }: { password: PasswordState },
  { passwordDays }: SecuritySettings,
  now: Date,
): Duty[] {
  const isOld = passwordDays !== null && now.getTime() - password.setAt.getTime() > passwordDays * DAY_MS
  return password.mustChange || isOld ? ['change-password'] : []
}
