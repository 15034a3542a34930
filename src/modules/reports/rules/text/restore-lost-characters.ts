const LOST = /[？?□�]/g
const SAME = (unit: string) => (/\d/.test(unit) ? '\\d' : unit.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
const WORD = /[\u4e00-\u9fff0-9]/

/**
 * For matching only: puts back a character that the printer lost to `?` where the same words stand
 * complete elsewhere in the text and leave one reading (`两?事` beside `两件事`). Everything else, and every
 * real question mark, stays.
 */
export function restoreLostCharacters(folded: string, whole: string): string {
  let restored: string[] | undefined
  for (const match of folded.matchAll(LOST)) {
    const at = match.index
    if (!WORD.test(folded[at - 1] ?? '') || !WORD.test(folded[at + 1] ?? '')) continue
    const character = onlyReading(folded, at, whole)
    if (!character) continue
    restored ??= [...Array(folded.length).keys()].map((i) => folded[i]!)
    restored[at] = character
  }
  return restored ? restored.join('') : folded
}

/** Contexts from the widest to the narrowest: two characters on one side at least, one on the other. */
function onlyReading(folded: string, at: number, whole: string): string | undefined {
  for (const [before, after] of [
    [3, 2],
    [2, 2],
    [2, 1],
    [1, 2],
  ] as const) {
    const left = [...folded.slice(Math.max(0, at - before), at)].map(SAME).join('')
    const right = [...folded.slice(at + 1, at + 1 + after)].map(SAME).join('')
    const readings = new Set<string>()
    for (const match of whole.matchAll(new RegExp(`(?<=${left})[\\u4e00-\\u9fff](?=${right})`, 'g')))
      readings.add(match[0])
    if (readings.size === 1) return [...readings][0]
    if (readings.size > 1) return undefined
  }
  return undefined
}

/** How many characters a folded text may have lost. */
export function lostCharacters(folded: string): number {
  let count = 0
  for (const match of folded.matchAll(LOST)) if (WORD.test(folded[match.index + 1] ?? '')) count++
  return count
}
