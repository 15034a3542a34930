import functions from '../../../../../../src/modules/indicators/rules/formula/functions.json' with {
  type: 'json',
}

export interface FormulaNames {
  /** Codes of the indicators that it is computed from. */
  readonly codes: readonly string[]
  readonly functions: readonly (keyof typeof functions)[]
}

const WORD = /\p{Letter}[\p{Letter}\d_.-]*/gu
/** A unit of measure in brackets is no name. */
const MEASURE = /\[[^\]]*\]/g

/** What a formula is made of, for explaining it. Names between quotes are read by people as they are. */
export function formulaNames(formula: string): FormulaNames {
  const names = new Map(
    Object.entries(functions).flatMap(([key, { names: all }]) =>
      all.map((name) => [name, key as keyof typeof functions] as const),
    ),
  )
  const words = [...new Set(formula.replace(MEASURE, ' ').match(WORD) ?? [])]
  return {
    codes: words.filter((word) => !names.has(word) && /^[A-Za-z]/.test(word)),
    functions: [...new Set(words.flatMap((word) => names.get(word) ?? []))],
  }
}
