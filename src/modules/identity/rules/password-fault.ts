import commonPieces from './common-passwords.json' with { type: 'json' }
import type { SecuritySettings } from './security-settings.ts'

export type PasswordFault = 'too-short' | 'too-simple' | 'has-name' | 'too-common'

/** What must be left of a password when everything common has been taken out of it. */
const OWN_CHARACTERS = 6
/** A name of two letters is part of too many words. */
const SHORTEST_NAME = 3

/** Longest first, so that `123456` goes as a whole. */
const PIECES = [...commonPieces].sort((a, b) => b.length - a.length)

/** Signs that are put for letters; `P@ssw0rd` is `password`. */
const PUT_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
}

/**
 * Why a password may not be taken, the plainest reason first; undefined when it may. Length before variety
 * (OWASP ASVS 5.0, 6.2.1): a long passphrase needs no classes. `names` are what everybody knows of the account.
 */
export function passwordFault(
  password: string,
  names: readonly string[],
  settings: SecuritySettings,
): PasswordFault | undefined {
  const characters = [...password.normalize('NFKC')]
  if (characters.length < settings.passwordLength) return 'too-short'
  const lower = characters.join('').toLowerCase()
  const known = names.map((name) => name.normalize('NFKC').toLowerCase())
  if (known.some((name) => [...name].length >= SHORTEST_NAME && lower.includes(name))) return 'has-name'
  if (ownCharacters(lower) < OWN_CHARACTERS) return 'too-common'
  const isPassphrase = characters.length >= settings.passphraseLength
  return isPassphrase || classesOf(characters) >= settings.passwordClasses ? undefined : 'too-simple'
}

/** Of capital letters, small letters, digits and other signs; Chinese characters count as other signs. */
function classesOf(characters: readonly string[]): number {
  const kinds = characters.map((each) => {
    if (/[a-z]/.test(each)) return 'small'
    if (/[A-Z]/.test(each)) return 'capital'
    return /[0-9]/.test(each) ? 'digit' : 'other'
  })
  return new Set(kinds).size
}

/** How many different characters stay when common pieces are taken out, as written and with signs read as letters. */
function ownCharacters(lower: string): number {
  const plain = [...lower].map((each) => PUT_FOR[each] ?? each).join('')
  return Math.min(...[lower, plain].map((text) => new Set(without(text)).size))
}

function without(text: string): string {
  return PIECES.reduce((rest, piece) => rest.replaceAll(piece, ''), text)
}
