import type { CompositeTable } from '../../../api/leagues.ts'
import type { Locale } from '../../../i18n/locale.ts'

/** The components of a composite by key, in the order of its scheme, by their names in the language on screen. */
export function componentNames({ definition }: CompositeTable, locale: Locale): ReadonlyMap<string, string> {
  return new Map(
    definition.scheme.components.map(({ key, name }) => [key, locale === 'en' ? name.en : name.zh]),
  )
}
