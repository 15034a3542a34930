import type { Locale } from '../../kernel/context.ts'
import type { ErrorDetails } from '../../kernel/errors.ts'
import { type Catalogues, fill, LOCALES } from '../../platform/i18n/index.ts'

export interface Progress {
  /** One line of a start: seconds since it began, Chinese, then English. */
  step(code: string, details?: ErrorDetails): void
  /** One line without a time, as it stands. */
  line(text: string): void
}

/** Tells a person at the screen how far the start is. */
export function progressOn(
  write: (text: string) => void,
  catalogues: Catalogues,
  nowMs: () => number = () => performance.now(),
): Progress {
  // `performance` counts from the start of the process, so loading the program is told too.
  const sentence = (locale: Locale, code: string, details: ErrorDetails) =>
    fill(catalogues[locale][code] ?? code, details, locale)
  const both = (code: string, details: ErrorDetails) =>
    LOCALES.map((locale) => sentence(locale, code, details)).join('  ')
  return {
    step: (code, details = {}) => write(`${seconds(nowMs())}  ${both(code, details)}\n`),
    line: (text) => write(`${text}\n`),
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(7)
