import { z } from 'zod'

/**
 * What the security administrator sets. The bounds keep a slip from opening the house or locking everybody out.
 * Rotation is what GB/T 22239-2019, 8.1.4.1 asks for; OWASP ASVS 5.0, 6.2.10 advises against it, so it is a choice.
 */
export const SecuritySettings = z.object({
  passwordLength: z.int().min(10).max(64).default(12),
  /** Of capital letters, small letters, digits and other signs, unless it is a passphrase. */
  passwordClasses: z.int().min(1).max(4).default(3),
  /** From this length on a password needs no classes. */
  passphraseLength: z.int().min(16).max(100).default(20),
  /** After so many days it must be changed; null never. */
  passwordDays: z.int().min(7).max(730).nullable().default(null),
  /** How many passwords back none may come again. */
  formerPasswords: z.int().min(0).max(24).default(5),
  idleMinutes: z.int().min(5).max(720).default(120),
  sessionHours: z.int().min(1).max(24).default(12),
  /** Administrators always need a second factor; so may everybody else. */
  secondFactor: z.enum(['administrators', 'everyone']).default('administrators'),
  /** The longest life of an API token. */
  tokenDays: z.int().min(1).max(730).default(365),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>

export const DEFAULT_SETTINGS: SecuritySettings = SecuritySettings.parse({})

/** What was stored, completed by what a later version added. */
export const settingsOf = (stored: unknown): SecuritySettings =>
  stored ? SecuritySettings.parse(stored) : DEFAULT_SETTINGS
