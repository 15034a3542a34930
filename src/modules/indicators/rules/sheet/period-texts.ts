import { readPeriod } from './find-period.ts'

/** The numbers of the periods that rows name, each text read once. */
export class PeriodTexts {
  readonly #context: { readonly period?: string; readonly year?: number }
  readonly #number: (period: string) => number | undefined
  readonly #found = new Map<string, number | undefined>()

  constructor(tablePeriod: string | null, number: (period: string) => number | undefined) {
    this.#context = tablePeriod === null ? {} : { period: tablePeriod, year: Number(tablePeriod.slice(0, 4)) }
    this.#number = number
  }

  find(text: string): number | undefined {
    let found = this.#found.get(text)
    if (found === undefined && !this.#found.has(text)) {
      // A cell formatted as 2024年1月 holds the first of the month.
      const read = /^(\d{4}-\d{2})-01$/.exec(text)?.[1] ?? readPeriod(text, this.#context)
      found = read === undefined ? undefined : this.#number(read)
      this.#found.set(text, found)
    }
    return found
  }
}

/** 2024 and 11 or 11月. */
export function joinedMonth(year: string, month: string): string {
  const bare = month.trim()
  if (bare === '') return year
  const digits = year.replace(/年度?$/, '')
  return /^\d{1,2}$/.test(bare) ? `${digits}年${bare}月` : `${digits}年${bare}`
}
