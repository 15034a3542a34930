import { CodedError } from '../../kernel/errors.ts'

const LONGEST = 500

/**
 * Why a job failed, as it may stand in logs and tables: the code or the message, one line, without the secrets
 * that messages of libraries carry (addresses with a password, header values, long random strings).
 */
export function safeReason(error: unknown): string {
  if (error instanceof CodedError) return error.code
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text
    .replace(/\s+/g, ' ')
    .replace(/:\/\/[^\s/@]*@/g, '://…@')
    .replace(/\b(pass(word)?|secret|token|authorization|signature)\b(["']?\s*[:=]\s*)\S+/gi, '$1$3…')
    .replace(/[A-Za-z0-9+/_-]{40,}={0,2}/g, '…')
    .slice(0, LONGEST)
}
