import type { CheckFinding } from '../../api/figure-check.ts'

type Span = readonly [number, number]

/** A run of the checked text: plain, in a finding's sentence, or a number that it is about. */
export interface Segment {
  readonly start: number
  readonly text: string
  /** Index of the gravest finding whose sentence or numbers these are; null in plain text. */
  readonly finding: number | null
  readonly isFigure: boolean
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const

/** Cuts a text where findings begin and end. The segments joined are the text. O(n log n) in the findings' ends. */
export function markSegments(text: string, findings: readonly CheckFinding[]): Segment[] {
  const marks = findings.flatMap((finding, index) => [
    ...finding.spans.map(([start, end]) => ({ start, end, index, isFigure: false })),
    ...finding.figures.map(([start, end]) => ({ start, end, index, isFigure: true })),
  ])
  const inside = (offset: number) => offset > 0 && offset < text.length
  const cuts = [0, ...marks.flatMap(({ start, end }) => [start, end]).filter(inside), text.length]
  const ends = [...new Set(cuts)].sort((a, b) => a - b)
  return ends.slice(0, -1).map((start, i) => {
    const end = ends[i + 1]!
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end)
    // Numbers before sentences, then the gravest: what a click on the words should open.
    const [top] = here.sort(
      (a, b) => Number(b.isFigure) - Number(a.isFigure) || graver(findings, a.index, b.index),
    )
    return {
      start,
      text: text.slice(start, end),
      finding: top?.index ?? null,
      isFigure: top?.isFigure ?? false,
    }
  })
}

function graver(findings: readonly CheckFinding[], a: number, b: number): number {
  return GRAVITY[findings[a]!.severity] - GRAVITY[findings[b]!.severity] || a - b
}

/** The words that a finding quotes, shortened in the middle where they are long. */
export function quoteOf(text: string, spans: readonly Span[], most = 120): string {
  const quote = spans
    .map(([start, end]) => text.slice(start, end))
    .join('')
    .trim()
  if (quote.length <= most) return quote
  const half = Math.floor((most - 1) / 2)
  return `${quote.slice(0, half)}…${quote.slice(-half)}`
}
