import type { ReaderLookups, ValueRefusal } from './observation-sink.ts'

/** Under which period an indicator keeps a value, or why it takes none; asked once for each indicator and period. */
export class PeriodPlaces {
  readonly #lookups: ReaderLookups
  readonly #found = new Map<number, number | ValueRefusal>()
  #last: { indicator: number; period: number; place: number | ValueRefusal } | undefined

  constructor(lookups: ReaderLookups) {
    this.#lookups = lookups
  }

  find(indicator: number, period: number): number | ValueRefusal {
    if (this.#last?.indicator === indicator && this.#last.period === period) return this.#last.place
    const key = indicator * 1_000_000_000 + period
    let place = this.#found.get(key)
    if (place === undefined) {
      place = this.#lookups.place(indicator, period)
      this.#found.set(key, place)
    }
    this.#last = { indicator, period, place }
    return place
  }
}
