import type { Locale } from '../../kernel/context.ts'
import type { ErrorDetails } from '../../kernel/errors.ts'
import { fill, loadCatalogues } from '../../platform/i18n/index.ts'

const CATALOGUES = loadCatalogues([
  { name: 'reviews', layer: 'judgement', dependsOn: [], messages: new URL('./', import.meta.url) },
])

/** A sentence of the reviews' catalogue, as a person reads it. */
export function sentenceOf(locale: Locale, code: string, details: ErrorDetails): string {
  return fill(CATALOGUES[locale][code] ?? code, details, locale)
}
