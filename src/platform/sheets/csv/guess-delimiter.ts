/** Where two fit equally well the earlier one is meant: a tab stands in no text by chance. */
const CANDIDATES = ['\t', ',', ';', '|', '，'] as const

/**
 * What parts the cells: the candidate that stands equally often in most of the first lines, quoted text left out.
 * A line `sep=;` at the beginning, by which Excel is told, decides by itself.
 */
export function guessDelimiter(head: string): { delimiter: string; skipLines: number } {
  const told = /^sep=(.)\r?\n/i.exec(head)
  if (told) return { delimiter: told[1]!, skipLines: 1 }
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of CANDIDATES) {
    const score = scoreOf(lines.map((line) => line.split(delimiter).length - 1))
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, skipLines: 0 }
}

/** How many lines have the most frequent count above zero, then how large that count is. */
function scoreOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>()
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  let score = 0
  for (const [count, lines] of frequency) score = Math.max(score, lines * 1000 + Math.min(count, 999))
  return score
}
