import {
  decimalOf,
  fractionOf,
  plus,
  ZERO,
} from '../../../../../src/modules/indicators/rules/exact/fraction.ts'
import type { DefineLeague, League, LeaguePresets } from '../../../api/leagues.ts'
import type { Locale } from '../../../i18n/locale.ts'

export type LeagueDraft = Pick<DefineLeague, 'name' | 'definition'>
export type Definition = LeagueDraft['definition']
export type Scheme = Definition['scheme']
export type Component = Scheme['components'][number]
export type Source = Definition['sources'][string]
export type Bilingual = Component['name']

const DECIMAL = /^-?\d{1,9}(\.\d{1,6})?$/

export const isDecimal = (text: string) => DECIMAL.test(text)

/** Exactly; what is no number yet counts nothing. */
export function weightSum(weights: readonly string[]): string {
  return decimalOf(weights.filter(isDecimal).map(fractionOf).reduce(plus, ZERO))
}

/** A league as a draft, or one from a preset, which is copied. */
export function draftOf(league: League | undefined, { schemes }: LeaguePresets): LeagueDraft {
  if (league) return { name: league.name, definition: league.definition }
  const definition: Definition = {
    scheme: schemes[0]!,
    sources: {},
    cohort: 'city-wide',
    frequency: 'quarter',
    lists: null,
  }
  return { name: '', definition: withScheme(definition, schemes[0]!) }
}

/** Another scheme with everything entered by hand at first; cohort, frequency and lists stay. */
export function withScheme(definition: Definition, scheme: Scheme): Definition {
  const sources = Object.fromEntries(scheme.components.map(({ key }) => [key, { kind: 'entered' as const }]))
  return withOutcomes({ ...definition, scheme, sources })
}

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const

/** Another period to score; months that it does not have become the whole of it. */
export function withFrequency(definition: Definition, frequency: Definition['frequency']): Definition {
  const sources = Object.fromEntries(
    Object.entries(definition.sources).map(([key, source]) => [
      key,
      source.kind === 'indicator' && (source.month ?? 0) > MONTHS[frequency]
        ? { ...source, month: null }
        : source.kind === 'league' && (source.part ?? 0) > MONTHS[frequency]
          ? { ...source, part: null }
          : source,
    ]),
  )
  return { ...definition, frequency, sources }
}

/** Whether a target was met is told by every component that is held against one. */
export function withOutcomes(definition: Definition): Definition {
  const { lists, scheme } = definition
  const outcomes = scheme.components.flatMap(({ key, score }) => (score.kind === 'linear' ? [key] : []))
  return { ...definition, lists: lists && { ...lists, outcomes } }
}

/** One more component, scored by its own targets, under a key that is free. */
export function addComponent(definition: Definition): Definition {
  const { scheme, sources } = definition
  const key = freeKey('part', scheme.components)
  const component: Component = {
    key,
    name: { zh: key, en: key },
    weight: '10',
    score: { kind: 'linear', direction: 'higher', target: 'own', capPercent: null },
    group: null,
  }
  return withOutcomes({
    ...definition,
    scheme: { ...scheme, components: [...scheme.components, component] },
    sources: { ...sources, [key]: { kind: 'entered' } },
  })
}

export function removeComponent(definition: Definition, key: string): Definition {
  const { scheme, sources } = definition
  const { [key]: _, ...rest } = sources
  const components = scheme.components.filter((each) => each.key !== key)
  return withOutcomes({ ...definition, scheme: { ...scheme, components }, sources: rest })
}

/** A number that no key of the list has yet, after a word. */
export function freeKey(word: string, taken: readonly { readonly key: string }[]): string {
  let at = taken.length + 1
  while (taken.some(({ key }) => key === `${word}-${at}`)) at++
  return `${word}-${at}`
}

/** A name changed in the language on screen; the other one follows where it said the same. */
export function renamed(name: Bilingual, locale: Locale, text: string): Bilingual {
  const [own, other] = locale === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  return { ...name, [own]: text, ...(name[other] === name[own] && { [other]: text }) }
}
