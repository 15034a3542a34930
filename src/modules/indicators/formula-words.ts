import type { Locale } from '../../kernel/context.ts'
import type { FormulaProblem } from './rules/formula/problem.ts'
import { wordOf } from './sentences.ts'

/** The details of a formula's problem with frequencies in the reader's words. */
export function formulaWords(
  locale: Locale,
  { code, details }: Pick<FormulaProblem, 'code' | 'details'>,
): FormulaProblem['details'] {
  if (!code.includes('frequency')) return details
  const worded = FREQUENCIES.flatMap((name) =>
    typeof details[name] === 'string' ? [[name, wordOf(locale, 'frequency', details[name])] as const] : [],
  )
  return { ...details, ...Object.fromEntries(worded) }
}

/** The details that are frequencies where the problem is one of frequencies. */
const FREQUENCIES = ['left', 'right', 'frequency', 'target', 'computed', 'declared']
