import { foldText, splitMarks } from './fold-text.ts'
import type { ReaderLookups } from './observation-sink.ts'
import { readHeading } from './read-heading.ts'
import { type Aspect, indicatorKey, type TableMapping } from './table-mapping.ts'

export interface KnownIndicator {
  readonly number: number
  /** Power of ten from the measure as printed to that of the indicator. */
  readonly power: number
  readonly measure: string
  /** Not stored, only compared: an aspect that is no indicator of its own. */
  readonly isAside: boolean
}

/** An indicator, `skipped` by a person, or why there is none. */
export type FoundIndicator =
  | KnownIndicator
  | 'skipped'
  | { readonly code: string; readonly details: Record<string, string> }

/** Resolves indicator names, each once: by a person's word, by code, by the whole name, by its last part. */
export class IndicatorNames {
  readonly #mapping: TableMapping
  readonly #lookups: ReaderLookups
  readonly #found = new Map<string, FoundIndicator>()
  #last: { name: string; aspect: Aspect; measure: string | null; found: FoundIndicator } | undefined

  constructor(mapping: TableMapping, lookups: ReaderLookups) {
    this.#mapping = mapping
    this.#lookups = lookups
  }

  find(name: string, aspect: Aspect, measure: string | null): FoundIndicator {
    const last = this.#last
    if (last !== undefined && last.name === name && last.aspect === aspect && last.measure === measure)
      return last.found
    const key = `${name}\u0000${aspect}\u0000${measure ?? ''}`
    let found = this.#found.get(key)
    if (found === undefined) {
      found = this.#resolve(name, aspect, measure)
      this.#found.set(key, found)
    }
    this.#last = { name, aspect, measure, found }
    return found
  }

  #resolve(name: string, aspect: Aspect, measure: string | null): FoundIndicator {
    const chosen = this.#mapping.indicatorNames[indicatorKey(name, aspect)]
    if (chosen === null) return 'skipped'
    const own = chosen === undefined ? this.#byName(name, aspect) : this.#lookups.indicator(chosen, 'level')
    if (own) return this.#measured(own, measure, { name, isAside: false })
    if (aspect === 'level') return { code: 'indicators.sheet-indicator-unknown', details: { name } }
    const base = this.#mapping.indicatorNames[name]
    const level = base === null ? undefined : this.#byName(base ?? name, 'level')
    return level ? { number: level.number, measure: level.measure, power: 0, isAside: true } : 'skipped'
  }

  #byName(name: string, aspect: Aspect) {
    const parts = name.split('/')
    const tries = [name, parts.join(''), parts.at(-1)!]
    for (const each of tries) {
      const found = this.#lookups.indicator(each, aspect)
      if (found) return found
    }
    return undefined
  }

  #measured(
    { number, measure: expected }: { number: number; measure: string },
    printed: string | null,
    { name, isAside }: { name: string; isAside: boolean },
  ): FoundIndicator {
    const power = printed === null ? 0 : this.#lookups.power(printed, expected)
    if (power === undefined)
      return { code: 'indicators.sheet-measure-differs', details: { name, measure: printed!, expected } }
    return { number, measure: expected, power, isAside }
  }
}

const PART =
  /^(?:其中|#)\s*:?\s*|^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])\s*/
const IS_PART = /^\s*(?:其中|#)|^[\s\u3000]+\S/

/** Row labels that are indented or begin with 其中 belong to the last one that did not: 地区生产总值/第一产业. */
export class RowLabels {
  #parent = ''

  /** The name with the measure that stands in it. */
  read(raw: string): { readonly name: string; readonly aspect: Aspect; readonly measure: string | null } {
    const isPart = IS_PART.test(raw)
    const text = foldText(splitMarks(raw).text).replace(PART, '').replace(PART, '')
    const { name, aspect, measure } = readHeading(text)
    const bare = name.replace(/[:：]$/, '')
    if (!isPart) this.#parent = bare
    return { name: isPart && this.#parent !== '' ? `${this.#parent}/${bare}` : bare, aspect, measure }
  }
}
