/**
 * Text of an Office part: characters that XML cannot carry are written `_x000D_`, and such a text itself
 * `_x005F_x000D_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** The reverse, with the characters that XML reserves escaped as well. */
export function encodeCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, (character) => `_x${hex(character)}_`)
    .replace(RESERVED, (character) => ESCAPES[character]!)
}

/** Controls other than tab and line feed, which XML 1.0 forbids or folds, halves of a pair, and two non-characters. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const RESERVED = /[&<>"]/g
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
