import type { Locale } from '../../kernel/context.ts'
import type { ErrorDetails, ErrorKind } from '../../kernel/errors.ts'
import type { Catalogues } from './catalogue.ts'

export interface Described {
  /** The kind of failure in a few words. */
  title: string
  /** What is wrong, where, and what to do. */
  detail: string
}

/** The sentences for a coded error. A code without a sentence shows itself: a test keeps that from happening. */
export function describeError(
  catalogues: Catalogues,
  error: { kind: ErrorKind | 'unexpected' | 'unavailable'; code: string; details: ErrorDetails },
  locale: Locale,
): Described {
  const messages = catalogues[locale]
  return {
    title: messages[`kernel.kind.${error.kind}`] ?? error.kind,
    detail: fill(messages[error.code] ?? error.code, inWords(error.details, messages), locale),
  }
}

/**
 * A permission is told by what it lets one do (`ledger.dispatch`: 交办), where its module says so, and a built-in role by
 * its name.
 */
function inWords(details: ErrorDetails, messages: Readonly<Record<string, string>>): ErrorDetails {
  const permission = (name: unknown) => messages[String(name).replace('.', '.permission.')] ?? name
  const role = (name: unknown) => messages[`kernel.role.${String(name)}`] ?? name
  return {
    ...details,
    ...('permission' in details && { permission: permission(details.permission) }),
    ...('reading' in details && { reading: permission(details.reading) }),
    ...('role' in details && { role: role(details.role) }),
    ...(Array.isArray(details.bases) && { bases: details.bases.map(role) }),
  }
}

/** Puts the details where the sentence says `{name}`; a list is joined as the language joins lists. */
export function fill(sentence: string, details: ErrorDetails, locale: Locale): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    if (Array.isArray(value)) return value.map(String).join(locale === 'zh-CN' ? '、' : ', ')
    return value === undefined || value === null ? '?' : String(value)
  })
}
