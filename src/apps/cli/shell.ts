import type { Locale } from '../../kernel/context.ts'
import type { ErrorDetails } from '../../kernel/errors.ts'
import { type Catalogues, fill } from '../../platform/i18n/index.ts'

/** What a command needs of the terminal: its language and somewhere to write. */
export interface Shell {
  locale: Locale
  catalogues: Catalogues
  /** The sentence of a code in the shell's language. */
  text(code: string, details?: ErrorDetails): string
  /** A line on standard output. */
  print(line: string): void
  /** One JSON value on standard output. */
  printJson(value: unknown): void
}

export function openShell(
  locale: Locale,
  catalogues: Catalogues,
  write: (text: string) => void = (text) => process.stdout.write(text),
): Shell {
  return {
    locale,
    catalogues,
    text: (code, details = {}) => fill(catalogues[locale][code] ?? code, details, locale),
    print: (line) => write(`${line}\n`),
    printJson: (value) => write(`${JSON.stringify(value, null, 2)}\n`),
  }
}
