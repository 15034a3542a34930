import type { Statement, StatementStatus } from '../../../../api/model.ts'

/** A run of the received text under the same statements. Offsets are UTF-16 units of the whole text. */
export interface Segment {
  readonly start: number
  readonly text: string
  /** The statements that quote it, narrowest quote first. */
  readonly statements: readonly Statement[]
}

export interface TextLine {
  readonly start: number
  readonly segments: readonly Segment[]
  /** Equal when the line looks the same: lines are drawn again only when it differs. */
  readonly signature: string
}

/** How far words are decided: open while any statement about them is, else accepted when one was. */
export function statusOfWords(statements: readonly Statement[]): StatementStatus {
  const isAny = (status: StatementStatus) => statements.some((statement) => statement.status === status)
  return isAny('proposed') ? 'proposed' : isAny('accepted') ? 'accepted' : 'rejected'
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly width: number
  readonly statement: Statement
}

/** Cuts the text as received into its lines, and each line where a quote begins or ends. Nothing is lost: the segments joined by `\n` are the text. */
export function textLines(text: string, statements: readonly Statement[]): TextLine[] {
  const marks = marksOf(statements)
  const lines: TextLine[] = []
  const open: Mark[] = []
  let nextMark = 0
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    while (nextMark < marks.length && marks[nextMark]!.start < end) open.push(marks[nextMark++]!)
    for (let index = open.length - 1; index >= 0; index--)
      if (open[index]!.end <= start) open.splice(index, 1)
    lines.push(cutLine(text, start, end, open))
    start = end + 1
  }
  return lines
}

function marksOf(statements: readonly Statement[]): Mark[] {
  const marks = statements.flatMap((statement) => {
    const width = statement.spans.reduce((sum, [from, to]) => sum + to - from, 0)
    return statement.spans.map(([start, end]) => ({ start, end, width, statement }))
  })
  return marks.sort((a, b) => a.start - b.start)
}

function cutLine(text: string, start: number, end: number, open: readonly Mark[]): TextLine {
  const here = open.filter((mark) => mark.start < end && mark.end > start)
  const inside = (offset: number) => offset > start && offset < end
  const cuts = [start, ...here.flatMap((mark) => [mark.start, mark.end]).filter(inside), end]
  const sorted = [...new Set(cuts)].sort((a, b) => a - b)
  const segments = sorted.slice(0, -1).map((from, index): Segment => {
    const to = sorted[index + 1]!
    const covering = here
      .filter((mark) => mark.start <= from && mark.end >= to)
      .sort((a, b) => a.width - b.width)
    return { start: from, text: text.slice(from, to), statements: covering.map((mark) => mark.statement) }
  })
  return { start, segments, signature: segments.map(segmentSignature).join('|') }
}

function segmentSignature({ start, statements }: Segment): string {
  return `${start}:${statements.map(({ id, kind, status }) => `${id}${kind}${status}`).join('+')}`
}
