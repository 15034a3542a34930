import type { ErrorDetails } from '../../../kernel/errors.ts'

/** What a person at the screen should know: a code of the platform's catalogue with its details. */
export type Notice = (code: string, details: ErrorDetails) => void
