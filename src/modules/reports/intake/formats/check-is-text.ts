import { invalid } from '../../../../kernel/errors.ts'
import { isReadableText } from '../../../../platform/files/index.ts'

/** C0 controls that no text file has; tab, line feed, vertical tab, form feed and carriage return are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g

/** Throws `reports.binary-file` for a binary file that carries the name of a text. */
export function checkIsText(text: string): void {
  if (!isReadableText(text)) throw invalid('reports.binary-file')
}

/** The characters that a page description may draw but that are no text. */
export function dropControls(text: string): string {
  return text.replace(CONTROL, '').toWellFormed()
}
