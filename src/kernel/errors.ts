/** The five ways a request can fail; each maps to one HTTP status and one exit code. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict'

export type ErrorDetails = Readonly<Record<string, unknown>>

/**
 * A failure that a person can do something about. `code` is `module.what-is-wrong`: the sentence that
 * people read stands in the module's `messages.<locale>.json` under that key, with `{name}` filled from `details`.
 */
export class CodedError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly details: ErrorDetails

  constructor(kind: ErrorKind, code: string, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'CodedError'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

export const invalid = (code: string, details?: ErrorDetails) => new CodedError('invalid', code, details)
export const notFound = (code: string, details?: ErrorDetails) => new CodedError('not-found', code, details)
export const conflict = (code: string, details?: ErrorDetails) => new CodedError('conflict', code, details)
export const forbidden = (code: string, details?: ErrorDetails) => new CodedError('forbidden', code, details)
export const unauthenticated = (code: string, details?: ErrorDetails) =>
  new CodedError('unauthenticated', code, details)
