import en from '../../web/src/i18n/en.json' with { type: 'json' }
import zh from '../../web/src/i18n/zh-CN.json' with { type: 'json' }

/** The language in which everything is looked at: Chinese, unless QUARTERDECK_ACCESS_LOCALE says `en`. */
export const LOCALE = process.env.QUARTERDECK_ACCESS_LOCALE === 'en' ? 'en' : 'zh-CN'

export type Key = keyof typeof zh

/** A word of the interface as it stands on screen. */
export const word = (key: Key): string => (LOCALE === 'en' ? en : zh)[key]

/** What begins with a word, or with what a sentence says before its first blank. */
export function begins(key: Key, rest = ''): RegExp {
  const start = word(key).split('{')[0]! + rest
  return new RegExp(`^${start.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')}`)
}
