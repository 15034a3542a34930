import data from './functions.json' with { type: 'json' }

export type FunctionKey = keyof typeof data

export interface FormulaFunction {
  readonly key: FunctionKey
  /** Chinese first; English names are read in any case. */
  readonly names: readonly string[]
  readonly least: number
  readonly most: number
}

export const FUNCTIONS: readonly FormulaFunction[] = Object.entries(data).map(([key, rest]) => ({
  key: key as FunctionKey,
  ...rest,
}))

const byName = new Map(FUNCTIONS.flatMap((each) => each.names.map((name) => [name, each] as const)))

export function findFunction(name: string): FormulaFunction | undefined {
  return byName.get(name.toLowerCase())
}
