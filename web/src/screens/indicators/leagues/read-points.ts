const BETWEEN = /[\s,;，、；]+/u

/** Numbers as people write them in a row, by blanks or commas of either script. */
export function readPoints(text: string): string[] {
  return text.split(BETWEEN).filter((part) => part !== '')
}
