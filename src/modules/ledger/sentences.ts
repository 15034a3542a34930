import type { Locale } from '../../kernel/context.ts'
import { CodedError, type ErrorDetails } from '../../kernel/errors.ts'
import { fill, loadCatalogues } from '../../platform/i18n/index.ts'

/** The ledger's own sentences and words with the platform's: all that its commands can refuse with. */
const CATALOGUES = loadCatalogues([
  { name: 'ledger', layer: 'records', dependsOn: [], messages: new URL('./', import.meta.url) },
])

/** Details that are names of ours, by the group of words that a person reads instead: `{stateWord}`. */
const GROUPS: Readonly<Record<string, string>> = {
  state: 'state',
  step: 'step',
  possible: 'step',
  party: 'party',
  duty: 'duty',
  dutyStep: 'duty-step',
  direction: 'direction',
}

/** A word of the catalogue, `wordOf('en', 'state', 'signed')`; the name itself where there is none. */
export function wordOf(locale: Locale, group: string, name: string): string {
  return CATALOGUES[locale][`ledger.${group}.${name}`] ?? name
}

/** The same error with words of the reader's language beside the names in its details. */
export function withWords({ kind, code, details }: CodedError, locale: Locale): CodedError {
  const words = Object.entries(GROUPS).flatMap(([name, group]) => {
    const value = details[name]
    if (Array.isArray(value))
      return [
        [
          `${name}Word`,
          listed(
            value.map((each) => wordOf(locale, group, each)),
            locale,
          ),
        ],
      ]
    return typeof value === 'string' ? [[`${name}Word`, wordOf(locale, group, value)]] : []
  })
  return new CodedError(kind, code, { ...details, ...Object.fromEntries(words) })
}

/** The sentence of an error in a language, as a person reads it. */
export function sentenceOf(error: CodedError, locale: Locale): string {
  const { code, details } = withWords(error, locale)
  return fillOf(locale, code, details)
}

/** A sentence of the catalogue by its key. */
export function fillOf(locale: Locale, key: string, details: ErrorDetails): string {
  return fill(CATALOGUES[locale][key] ?? key, details, locale)
}

function listed(words: readonly string[], locale: Locale): string {
  if (words.length === 0) return wordOf(locale, 'step', 'none')
  return words.join(locale === 'zh-CN' ? '、' : ', ')
}
