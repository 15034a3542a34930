import type { Line } from './line.ts'

const WIDEST_PIECE = 11
/** A headline that begins so has lost its first line. */
const BOUND = /^(?:将|是|的|和|与|及|并|要|更|把|让|向|助|促|为[^推打建做促全])/

/** A headline as printed: its lines in order. */
export type Headline = Line[]

/**
 * Puts headlines that were broken over lines together again, and takes apart what stood side by side in
 * one line. Lines of one run, in printed order.
 */
export function joinHeadlines(lines: readonly Line[]): Headline[] {
  const headlines: Headline[] = []
  for (const [i, line] of lines.entries()) {
    const pieces = sideBySide(line, lines[i + 1])
    const last = headlines[headlines.length - 1]?.at(-1)
    if (last && belongsTo(last, pieces[0]!)) headlines[headlines.length - 1]!.push(pieces[0]!)
    else headlines.push([pieces[0]!])
    for (const piece of pieces.slice(1)) headlines.push([piece])
  }
  return headlines
}

function belongsTo(last: Line, line: Line): boolean {
  if (last.mark !== line.mark || last.level !== line.level) return false
  if (/[，、：—－(（“《]$/.test(last.text) && !/：$/.test(last.text.slice(0, -1))) return line.text.length > 0
  if (line.blankBefore || line.indent >= last.indent + 2 || line.mark) return false
  const arePieces = last.width <= WIDEST_PIECE && line.width <= WIDEST_PIECE
  return arePieces || (BOUND.test(line.text) && last.width + line.width <= 2 * WIDEST_PIECE)
}

/** The first line of a headline in large type may stand in the line of its neighbour; its second line follows. */
function sideBySide(line: Line, next: Line | undefined): Line[] {
  const gap = /^(.{15,200}?)(\s+)([^\s，]{4,12})$/.exec(line.text)
  if (!gap || !next || next.blankBefore || next.width > WIDEST_PIECE || !BOUND.test(next.text)) return [line]
  const [left, space, right] = [gap[1]!, gap[2]!, gap[3]!]
  const middle = line.start + left.length
  return [
    { ...line, end: middle, text: left, width: left.length, fullWidth: left.length },
    {
      ...line,
      start: middle + space.length,
      text: right,
      width: right.length,
      fullWidth: right.length,
      blankBefore: true,
    },
  ]
}
