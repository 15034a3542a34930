import type { PeriodKind } from '../period/time-period.ts'

type Aggregation = 'sum' | 'mean' | 'last' | 'ratio' | 'none'

/** What formulas need to know of an indicator. */
export interface FormulaIndicator {
  readonly code: string
  /** What its blocks are kept under. */
  readonly number: number
  readonly name: string
  readonly nameEn?: string
  readonly measure: string
  readonly frequency: PeriodKind
  readonly overTime: Aggregation
  readonly overUnits: Aggregation
  readonly priceBasis: 'none' | 'current' | 'constant'
  /** Null where its values are published rather than computed. */
  readonly formula: string | null
}

/** The indicators that a formula may name. */
export interface FormulaCatalogue {
  /** By code, or by a name that only one indicator has. */
  find(name: string): FormulaIndicator | undefined
  /** Codes and names, for the suggestion of the nearest. */
  names(): Iterable<string>
}

export function makeFormulaCatalogue(indicators: Iterable<FormulaIndicator>): FormulaCatalogue {
  const codes = new Map<string, FormulaIndicator>()
  const names = new Map<string, FormulaIndicator | null>()
  for (const indicator of indicators) {
    codes.set(indicator.code, indicator)
    for (const name of new Set([indicator.name, indicator.nameEn ?? '']))
      if (name !== '') names.set(name, names.has(name) ? null : indicator)
  }
  return {
    find: (name) => codes.get(name) ?? names.get(name) ?? undefined,
    *names() {
      yield* codes.keys()
      yield* names.keys()
    },
  }
}
