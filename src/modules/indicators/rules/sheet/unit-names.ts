import { foldKey } from './fold-text.ts'
import type { ReaderLookups } from './observation-sink.ts'
import { isTotalName } from './profile-columns.ts'
import type { TableMapping } from './table-mapping.ts'

/** A unit's number, passed over by a person, a total of nobody, or why there is none. */
export type FoundUnit = number | 'skipped' | 'total' | { readonly code: string }

/** Resolves the names of units, each once for a period: a name means another unit after a renaming. */
export class UnitNames {
  readonly #mapping: TableMapping
  readonly #lookups: ReaderLookups
  /** What a person said of names, folded. */
  readonly #chosen: ReadonlyMap<string, number | null>
  readonly #found = new Map<number, Map<string, FoundUnit>>()

  constructor(mapping: TableMapping, lookups: ReaderLookups) {
    this.#mapping = mapping
    this.#lookups = lookups
    this.#chosen = new Map(Object.entries(mapping.unitNames).map(([name, number]) => [foldKey(name), number]))
  }

  find(name: string, period: number): FoundUnit {
    let ofPeriod = this.#found.get(period)
    if (!ofPeriod) {
      ofPeriod = new Map()
      this.#found.set(period, ofPeriod)
    }
    let unit = ofPeriod.get(name)
    if (unit === undefined) {
      unit = this.#resolve(name, period)
      ofPeriod.set(name, unit)
    }
    return unit
  }

  #resolve(name: string, period: number): FoundUnit {
    const key = foldKey(name)
    if (key === '') return { code: 'indicators.sheet-unit-missing' }
    const chosen = this.#chosen.get(key)
    if (chosen !== undefined) return chosen ?? 'skipped'
    const bare = name.replace(/^[\s\u3000]*(?:其中[:：]?|#)?[\s\u3000]*/, '')
    const { aggregate } = this.#lookups
    const found = this.#lookups.unit(bare, period)
    if (isTotalName(bare) && (typeof found !== 'number' || found === aggregate))
      return this.#mapping.totals === 'skip' || aggregate === null || foldKey(bare) === '小计'
        ? 'total'
        : aggregate
    return typeof found === 'number' ? found : { code: `indicators.sheet-unit-${found}` }
  }
}
