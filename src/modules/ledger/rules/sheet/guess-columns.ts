import { foldHeading, withoutBrackets } from './fold-heading.ts'
import { COMPUTED_HEADINGS, FIELD_COLUMNS, SHEET_FIELDS, type SheetField } from './sheet-field.ts'

export interface ColumnGuess {
  /** From 0. */
  readonly column: number
  /** Null: nothing fits, or a column that only an export has. */
  readonly field: SheetField | null
  /** 1 for a heading known word for word, 0 for none. */
  readonly confidence: number
  /** Other fields that the heading may mean, likeliest first. */
  readonly alternatives: readonly SheetField[]
}

/** Below this a likeness is chance. */
const ENOUGH = 0.5
/** From here on a heading is one that names the field and nothing else. */
const SURE = 0.75

/** What a field is worth to its heading above the one that names it: 责任单位 over 牵头 and 配合. */
const ABOVE = 0.8

/**
 * Which field of the ledger each column holds. A heading of several rows is given as its parts from the top; the lowest
 * part counts most. No two columns get one field: the better fit takes it, the other keeps its next best.
 */
export function guessColumns(headings: readonly (readonly string[])[]): ColumnGuess[] {
  const scores = headings.map(scoresOf)
  const wishes = scores
    .flatMap((byField, column) => [...byField].map(([field, score]) => ({ column, field, score })))
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const taken = new Map<number, { field: SheetField; score: number }>()
  const fields = new Set<SheetField>()
  for (const { column, field, score } of wishes) {
    if (taken.has(column) || fields.has(field)) continue
    taken.set(column, { field, score })
    fields.add(field)
  }
  dropCounter(taken)
  return headings.map((_, column) => {
    const got = taken.get(column)
    const alternatives = [...scores[column]!]
      .filter(([field]) => field !== got?.field)
      .sort(([, a], [, b]) => b - a)
      .map(([field]) => field)
    return { column, field: got?.field ?? null, confidence: Math.min(1, got?.score ?? 0), alternatives }
  })
}

/** 序号 counts the rows of a sheet: it stands in for a number only where there is none. */
function dropCounter(taken: Map<number, { field: SheetField; score: number }>): void {
  const hasNumber = [...taken.values()].some(({ field }) => field === 'number')
  for (const [column, { field, score }] of taken)
    if (hasNumber && field === 'externalNumber' && score < SURE) taken.delete(column)
}

function scoresOf(parts: readonly string[]): Map<SheetField, number> {
  const scores = new Map<SheetField, number>()
  const folded = parts.map(foldHeading).filter((part) => part !== '')
  if (COMPUTED.has(folded.at(-1) ?? '')) return scores
  const tries = folded.map((part, at) => ({ text: part, worth: at === folded.length - 1 ? 1 : ABOVE }))
  if (folded.length > 1) tries.push({ text: folded.join(''), worth: 1 })
  for (const { text, worth } of tries)
    for (const field of SHEET_FIELDS) {
      const score = likeness(field, text) * worth
      if (score >= ENOUGH && score > (scores.get(field) ?? 0)) scores.set(field, score)
    }
  return scores
}

const COMPUTED = new Set(
  Object.values(COMPUTED_HEADINGS).flatMap(({ heading, headingEn }) => [
    foldHeading(heading),
    foldHeading(headingEn),
  ]),
)

interface Spelling {
  readonly text: string
  readonly worth: number
}

const SPELLINGS = new Map(SHEET_FIELDS.map((field) => [field, spellingsOf(field)]))

/** Own headings before synonyms, earlier synonyms before later ones, weak ones last. */
function spellingsOf(field: SheetField): Spelling[] {
  const { heading, headingEn, synonyms, weak } = FIELD_COLUMNS[field]
  const worth = (list: readonly string[], from: number) =>
    list.map((text, at) => ({ text: foldHeading(text), worth: from - at * 0.001 }))
  return [...worth([heading, headingEn], 1.05), ...worth(synonyms, 1), ...worth(weak, 0.72)]
}

function likeness(field: SheetField, heading: string): number {
  const bare = withoutBrackets(heading)
  let best = 0
  for (const { text, worth } of SPELLINGS.get(field)!) {
    if (text === heading) best = Math.max(best, worth)
    else if (withoutBrackets(text) === bare) best = Math.max(best, worth - 0.06)
    else if (text.length >= 2 && bare.includes(text))
      best = Math.max(best, worth * (0.5 + (0.4 * text.length) / bare.length) - 0.02)
  }
  return best
}
