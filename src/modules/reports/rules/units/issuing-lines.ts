import { fold } from '../text/fold.ts'

/** How far from the start and from the end of a text the lines of the issuing office are looked for. */
const HEAD = 1200
const FOOT = 500
const LONGEST_LINE = 60

/**
 * The short lines at the head and the foot of a text as received, folded and without white space: the office that
 * issues it, its number and its source stand there, outside the body.
 */
export function issuingLines(received: string): string[] {
  const edges =
    received.length > HEAD + FOOT ? `${received.slice(0, HEAD)}\n${received.slice(-FOOT)}` : received
  return edges
    .split(/[\n\u3000\t]| {2,}/)
    .map((line) => fold(line).replace(/\s+/g, ''))
    .filter((line) => line.length > 2 && line.length <= LONGEST_LINE && !line.endsWith('。'))
}
