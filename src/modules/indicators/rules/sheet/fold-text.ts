import { simplifiedScript } from '../../../../kernel/simplified-script.ts'

/**
 * Marks that point to a footnote: circled and raised digits, stars, daggers, numbers in square brackets. They stand
 * behind a value, a heading or a name and are no part of it.
 */
const MARK = /(?:[①-⑳⑴-⒇⓪❶-❿¹²³⁴-⁹†‡]|[*＊※]|[[［〔【]\s*(?:注?\s*[\d０-９]{1,2}|注)\s*[\]］〕】])/u
const TRAILING = new RegExp(`(?:\\s*${MARK.source})+\\s*$`, 'u')
const LEADING = new RegExp(`^\\s*(?:${MARK.source}\\s*)+`, 'u')

/** The text without its footnote marks, and the marks: `1234.5①` is `1234.5` and `①`. */
export function splitMarks(text: string): { readonly text: string; readonly marks: string } {
  const trailing = TRAILING.exec(text)?.[0] ?? ''
  const rest = text.slice(0, text.length - trailing.length)
  const leading = LEADING.exec(rest)?.[0] ?? ''
  return { text: rest.slice(leading.length), marks: `${leading}${trailing}`.replace(/\s+/g, '') }
}

/** Half-width, one kind of dash, one kind of space, trimmed: what a person reads as the same text. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/[\s\u00a0\u200b\u3000\ufeff]+/g, ' ')
    .trim()
}

/** Before the unit of measure a heading is marked, too: 工业投资额①（万元）. Raised digits there belong to it: km²(…). */
const BEFORE_BRACKET = /(?<![①-⑳❶-❿†‡])[①-⑳❶-❿†‡]+\s*(?=[(（])/gu

/** A heading as it is read: folding turns ① into 1, which would become part of the name. */
export function foldHeading(text: string): string {
  return foldText(splitMarks(text.replace(BEFORE_BRACKET, '')).text)
}

/** As `foldText`, for comparing names: no spaces, lower case, no marks, simplified script. 合　計 is 合计. */
export function foldKey(text: string): string {
  return simplifiedScript(foldText(splitMarks(text).text).replaceAll(' ', '').toLowerCase())
}
