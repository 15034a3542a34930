import type { Place } from './syntax.ts'

/**
 * What is wrong with a formula, or worth knowing, and where. The sentence stands in the module's catalogues under the
 * code; `position` (counted from 1) and the other details fill it.
 */
export interface FormulaProblem extends Place {
  readonly code: `indicators.formula-${string}`
  readonly details: Readonly<Record<string, string | number>>
}

export function problemAt(
  { at, to }: Place,
  code: FormulaProblem['code'],
  details: FormulaProblem['details'] = {},
): FormulaProblem {
  return { at, to, code, details: { position: at + 1, ...details } }
}
