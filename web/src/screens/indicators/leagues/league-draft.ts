import {
  decimalOf,
  fractionOf,
  plus,
  ZERO,
} from '../../../../../src/modules/indicators/rules/exact/fraction.ts'
import type { DefineLeague, League, LeaguePresets } from '../../../api/leagues.ts'

export type LeagueDraft = Pick<DefineLeague, 'name' | 'definition'>
export type Component = LeagueDraft['definition']['scheme']['components'][number]

const DECIMAL = /^-?\d{1,9}(\.\d{1,6})?$/

export const isDecimal = (text: string) => DECIMAL.test(text)

/** Exactly; what is no number yet counts nothing. */
export function weightSum(weights: readonly string[]): string {
  return decimalOf(weights.filter(isDecimal).map(fractionOf).reduce(plus, ZERO))
}

/** A league as a draft, or one from a preset, which is copied. */
export function draftOf(league: League | undefined, { schemes }: LeaguePresets): LeagueDraft {
  if (league) return { name: league.name, definition: league.definition }
  return fromScheme({ name: '', scheme: schemes[0]! })
}

export function fromScheme({
  name,
  scheme,
}: {
  name: string
  scheme: LeaguePresets['schemes'][number]
}): LeagueDraft {
  const sources = Object.fromEntries(scheme.components.map(({ key }) => [key, { kind: 'entered' as const }]))
  return { name, definition: { scheme, sources, cohort: 'city-wide', frequency: 'quarter', lists: null } }
}

/** One more component, scored by its own targets, under a key that is free. */
export function addComponent({ name, definition }: LeagueDraft): LeagueDraft {
  const { scheme, sources } = definition
  let at = scheme.components.length + 1
  while (scheme.components.some(({ key }) => key === `part-${at}`)) at++
  const key = `part-${at}`
  const component: Component = {
    key,
    name: { zh: key, en: key },
    weight: '10',
    score: { kind: 'linear', direction: 'higher', target: 'own', capPercent: null },
    group: null,
  }
  const components = [...scheme.components, component]
  return {
    name,
    definition: {
      ...definition,
      scheme: { ...scheme, components },
      sources: { ...sources, [key]: { kind: 'entered' } },
    },
  }
}
