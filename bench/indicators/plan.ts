import type { Flags } from './read-flags.ts'

/** Indicators of one unit's page; a tag stands for so many. */
export const PAGE = 200

/** Formulas over five indicators each, beside the published ones. */
export const FORMULAS = 40

/** Indicators with a target for every unit. */
export const AIMED = 10

/** The city's own unit has number 1; the cohort follows. */
export const COHORT = 'bench'

export const codeOf = (indicator: number) => `ind-${String(indicator).padStart(5, '0')}`
export const formulaCode = (at: number) => `formula-${String(at).padStart(2, '0')}`
export const tagOf = (indicator: number) => `page-${Math.floor((indicator - 1) / PAGE)}`

export interface Month {
  readonly year: number
  readonly month: number
  /** As the store has it. */
  readonly number: number
  readonly text: string
}

/** The last months that have ended before a day, ascending. */
export function monthsBefore(today: string, { months }: Pick<Flags, 'months'>): Month[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 2
  return Array.from({ length: months }, (_, at) => {
    const index = last - months + 1 + at
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    const date = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const two = String(month).padStart(2, '0')
    return { year, month, number: 400_000_000 + year * 10_000 + month * 100 + date, text: `${year}-${two}` }
  })
}
