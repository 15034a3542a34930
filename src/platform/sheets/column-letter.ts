/** The letter by which people know a column: 0 is A, 27 is AB. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Column, from 0, of a reference such as `AB12`; -1 when it is none. */
export function columnOfReference(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + (code - 64)
  }
  return at === 0 || at > 3 ? -1 : column - 1
}
