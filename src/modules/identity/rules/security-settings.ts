import { z } from 'zod'

/**
 * What the security administrator sets. The bounds keep a slip from opening the house or locking everybody out.
 * Rotation is what GB/T 22239-2019, 8.1.4.1 asks for; OWASP ASVS 5.0, 6.2.10 advises against it, so it is a choice.
 */
export const SecuritySettings = z.object({
  passwordLength: z.int().min(10).max(64),
  /** Of capital letters, small letters, digits and other signs, unless it is a passphrase. */
  passwordClasses: z.int().min(1).max(4),
  /** From this length on a password needs no classes. */
  passphraseLength: z.int().min(16).max(100),
  /** After so many days it must be changed; null never. */
  passwordDays: z.int().min(7).max(730).nullable(),
  /** How many passwords back none may come again. */
  formerPasswords: z.int().min(0).max(24),
  idleMinutes: z.int().min(5).max(720),
  sessionHours: z.int().min(1).max(24),
  /** Administrators always need a second factor; so may everybody else. */
  secondFactor: z.enum(['administrators', 'everyone']),
  /** The longest life of an API token. */
  tokenDays: z.int().min(1).max(730),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>

export const DEFAULT_SETTINGS: SecuritySettings = {
  passwordLength: 12,
  passwordClasses: 3,
  passphraseLength: 20,
  passwordDays: null,
  formerPasswords: 5,
  idleMinutes: 120,
  sessionHours: 12,
  secondFactor: 'administrators',
  tokenDays: 365,
}

/** What was stored, completed by what a later version added. */
export const settingsOf = (stored: unknown): SecuritySettings =>
  stored ? SecuritySettings.parse({ ...DEFAULT_SETTINGS, ...(stored as object) }) : DEFAULT_SETTINGS
