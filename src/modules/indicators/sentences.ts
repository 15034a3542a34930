import type { Locale } from '../../kernel/context.ts'
import type { ErrorDetails } from '../../kernel/errors.ts'
import { fill, loadCatalogues } from '../../platform/i18n/index.ts'

const CATALOGUES = loadCatalogues([
  { name: 'indicators', layer: 'records', dependsOn: [], messages: new URL('./', import.meta.url) },
])

/** A sentence of the indicators' catalogue, as a person reads it. */
export function sentenceOf(locale: Locale, code: string, details: ErrorDetails): string {
  return fill(CATALOGUES[locale][code] ?? code, details, locale)
}

/** What people call a state, role, frequency or kind that stands in a refusal. */
export function wordOf(
  locale: Locale,
  group:
    | 'import-state'
    | 'alert-state'
    | 'column-role'
    | 'frequency'
    | 'alert-kind'
    | 'apart'
    | 'target-kind'
    | 'horizon'
    | 'file',
  key: string,
): string {
  return sentenceOf(locale, `indicators.${group}.${key}`, {})
}
