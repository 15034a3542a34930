import { type Algorithm, hash, verify } from '@node-rs/argon2'
import type { Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { NO_PASSWORD } from './no-password.ts'
import { passwordFault } from './rules/password-fault.ts'
import type { SecuritySettings } from './rules/security-settings.ts'
import type { StoredAccount } from './store/accounts.ts'
import { listFormerPasswords } from './store/former-passwords.ts'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const OPTIONS = { algorithm: 2 satisfies Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of no password: an unknown user costs as much time as a wrong password. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/** False for an account that is not there, or has no password, after the same work. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isThere = passwordHash !== undefined && passwordHash !== NO_PASSWORD
  const matches = await verify(isThere ? passwordHash : NOBODYS_HASH, password.normalize('NFKC'))
  return matches && isThere
}

/**
 * @throws `identity.password-too-short`, `identity.password-has-name`, `identity.password-too-common`,
 * `identity.password-too-simple`
 */
export function checkPassword(password: string, names: readonly string[], settings: SecuritySettings): void {
  switch (passwordFault(password, names, settings)) {
    case 'too-short':
      throw invalid('identity.password-too-short', { shortest: settings.passwordLength })
    case 'has-name':
      throw invalid('identity.password-has-name')
    case 'too-common':
      throw invalid('identity.password-too-common')
    case 'too-simple':
      throw invalid('identity.password-too-simple', {
        classes: settings.passwordClasses,
        length: settings.passphraseLength,
      })
  }
}

/** @throws `identity.password-used-before` when it is the present one or one of those before */
export async function checkNotUsed(
  tx: Tx,
  { id, passwordHash }: StoredAccount,
  { password, count }: { password: string; count: number },
): Promise<void> {
  for (const former of [passwordHash, ...(await listFormerPasswords(tx, id, count))]) {
    if (await isPassword(password, former)) throw invalid('identity.password-used-before', { count })
  }
}
