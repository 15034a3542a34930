import type { ErrorKind } from '../kernel/errors.ts'

/** The one table of exit codes; 1 is an error that nobody foresaw, or a check that did not hold. */
const EXIT_CODES: Readonly<Record<ErrorKind, number>> = {
  invalid: 2,
  'not-found': 3,
  conflict: 4,
  forbidden: 5,
  unauthenticated: 6,
}

export const EXIT_UNEXPECTED = 1

export function exitCodeOf(kind: ErrorKind): number {
  return EXIT_CODES[kind]
}
