import type { Span, SplitStatement, Statement } from '../../../../api/model.ts'

const BREAKS = /[、,,;;。]|以及|并且/u

/** A first proposal for splitting: the subject cut at its commas, or at those of the sentence. Two parts at least. */
export function proposeParts(statement: Statement): string[] {
  const cut = (text: string) =>
    text
      .split(BREAKS)
      .map((part) => part.replaceAll(/\s+/g, ''))
      .filter((part) => part.length > 1)
  const bySubject = cut(statement.subject)
  if (bySubject.length > 1) return bySubject
  const byQuote = cut(statement.quote.join(''))
  return byQuote.length > 1 ? byQuote : [statement.subject, '']
}

/** The subjects of a split: a part that stands in the sentence as written is tied to just those words. */
export function splitOf(statement: Statement, parts: readonly string[]): SplitStatement['subjects'] {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((subject) => {
      const span = spanOfPart(statement, subject)
      return span ? { subject, span } : { subject }
    })
}

/** Where the words stand in the quote, white space aside; undefined when they do not, or stand there twice. */
export function spanOfPart(statement: Statement, part: string): Span | undefined {
  const wanted = part.replaceAll(/\s+/g, '')
  if (wanted === '') return undefined
  const found = statement.spans.flatMap(([start], index) => {
    const quote = statement.quote[index] ?? ''
    const at = [...quote.matchAll(/\S/g)].map((match) => match.index)
    const solid = at.map((offset) => quote[offset]).join('')
    const first = solid.indexOf(wanted)
    if (first < 0 || solid.indexOf(wanted, first + 1) >= 0) return []
    return [[start + at[first]!, start + at[first + wanted.length - 1]! + 1] as Span]
  })
  return found.length === 1 ? found[0] : undefined
}
