import type { Range } from '../../model.ts'

/** A sentence of a body: its clauses are what stands between commas and semicolons. */
export interface Sentence extends Range {
  readonly paragraph: number
  readonly clauses: readonly Clause[]
}

/** What stands between commas; `after` is the mark that closes it, `''` at the end of the sentence. */
export interface Clause extends Range {
  readonly after: string
}

/**
 * The longest sentence of seventy public reports has 467 characters. What goes on for so long without a full stop is no
 * sentence, and the grammar's expressions, some of which look back from every sign, are not given it.
 */
const LONGEST_SENTENCE = 2000

const CLOSERS = '”’」』）)》'

/**
 * Cuts folded paragraphs into sentences at 。！？ (closing quotes stay with their sentence) and sentences into
 * clauses at commas and semicolons outside brackets and quotes. A quote that is a whole speech is cut too.
 */
export function splitSentences(folded: string, paragraphs: readonly Range[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const [paragraph, range] of paragraphs.entries()) {
    let start = range.start
    for (let i = range.start; i < range.end; i++) {
      const character = folded[i]!
      if (character !== '。' && character !== '！' && character !== '？') continue
      if (character === '？' && isLostCharacter(folded, i)) continue
      let end = i + 1
      while (end < range.end && CLOSERS.includes(folded[end]!)) end++
      sentences.push({ start, end, paragraph, clauses: splitClauses(folded, { start, end }) })
      start = end
      i = end - 1
    }
    if (start < range.end)
      sentences.push({
        start,
        end: range.end,
        paragraph,
        clauses: splitClauses(folded, { start, end: range.end }),
      })
  }
  return sentences.filter(({ clauses, start, end }) => clauses.length > 0 && end - start <= LONGEST_SENTENCE)
}

/** A `?` inside a word or a quote (`“15?事”`) stands for a character that was lost, not for a question. */
function isLostCharacter(folded: string, i: number): boolean {
  const next = folded[i + 1]
  return next !== undefined && next !== '\n' && !CLOSERS.includes(next)
}

function splitClauses(folded: string, sentence: Range): Clause[] {
  const clauses: Clause[] = []
  const end = trimEnd(folded, sentence)
  let start = sentence.start
  let guardedUntil = -1
  for (let i = sentence.start; i < end; i++) {
    const character = folded[i]!
    if (i < guardedUntil) continue
    if (
      character === '“' ||
      character === '（' ||
      character === '《' ||
      character === '(' ||
      character === '「'
    ) {
      guardedUntil = guardEnd(folded, i, end)
      continue
    }
    if (character !== '，' && character !== '；' && character !== ',' && character !== ';') continue
    if (character === ',' && /\d/.test(folded[i - 1] ?? '') && /\d/.test(folded[i + 1] ?? '')) continue
    clauses.push({ start, end: i, after: character === ',' ? '，' : character === ';' ? '；' : character })
    start = i + 1
  }
  clauses.push({ start, end, after: '' })
  return clauses.filter((clause) => clause.end > clause.start)
}

const PAIRS: Record<string, string> = { '“': '”', '（': '）', '《': '》', '(': ')', '「': '」' }

/** A bracket or quote that closes before the sentence does guards its commas; a speech does not. */
function guardEnd(folded: string, open: number, end: number): number {
  const near = folded.slice(open, Math.min(end, open + LONGEST_QUOTE))
  const close = near.indexOf(PAIRS[folded[open]!]!)
  return close < 0 ? -1 : open + close
}

/** A longer quote is speech, and its commas part clauses. */
const LONGEST_QUOTE = 80

function trimEnd(folded: string, sentence: Range): number {
  let end = sentence.end
  while (
    end > sentence.start &&
    (CLOSERS.includes(folded[end - 1]!) || '。！？'.includes(folded[end - 1]!))
  ) {
    const character = folded[end - 1]!
    if (CLOSERS.includes(character) && !'。！？'.includes(folded[end - 2] ?? '')) break
    end--
  }
  return end
}
