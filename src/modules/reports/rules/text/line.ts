import { isSpace } from './mapped-text.ts'

/** What a printer or converter set before a line. */
export type LineMark = 'heading' | 'square' | 'bullet' | null

/** One printed line, trimmed, in offsets of the text as received. */
export interface Line {
  start: number
  end: number
  /** Folded, inner spaces kept. */
  text: string
  /** Width in Chinese characters with punctuation squeezed; Latin letters and digits count half. */
  width: number
  /** The same with punctuation at its full width. */
  fullWidth: number
  /** Leading space in half characters. */
  indent: number
  blankBefore: boolean
  mark: LineMark
  /** 1 for `#`, 2 for `##`; 0 without. */
  level: number
  /** A paragraph certainly begins here, whatever stands before (separator inside one long line). */
  isHardStart: boolean
  /** The row of a table that this cell stands in, counted from 1; 0 outside tables. */
  row: number
}

const MARKS = /^(?:(?<level>#{1,6})(?!#)\s*|(?<square>[■▲◆★☆▇▍▌]\s*)|(?<bullet>[●•○◎◇▪]\s*|[-*+] +))/
const LONG = 300
const VERY_LONG = 2000
const BREAKS = /[ \t\u00a0\u3000]+|。(?=[一二三四五六七八九十]{1,3}、[^。，；]{2,24}[ \t\u00a0\u3000])/g
const OPENS = /^(?:各位代表[，：]|[一二三四五六七八九十]{1,3}、)/

/** Reads lines; `folded` runs in step with the text as received. Line ends: LF, CR LF, CR, form feed. */
export function readLines(folded: string): Line[] {
  const lines: Line[] = []
  let isBlank = false
  let start = 0
  let row = 0
  for (let i = 0; i <= folded.length; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : 10
    if (unit !== 10 && unit !== 13 && unit !== 12 && unit !== 0x2028 && unit !== 0x2029) continue
    const cells = splitCells(folded, start, i)
    if (cells) row++
    const pieces = cells ?? splitLongLine(folded, start, i)
    for (const [index, piece] of pieces.entries()) {
      const line = lineOf(folded, piece[0], piece[1])
      if (line)
        lines.push({
          ...line,
          blankBefore: isBlank && index === 0,
          isHardStart: index > 0 || cells !== undefined,
          row: cells ? row : 0,
        })
      if (line) isBlank = false
      else if (index === 0 && !(unit === 10 && folded.charCodeAt(i - 1) === 13)) isBlank = true
    }
    start = i + 1
  }
  return lines
}

/** The cells of a row: tables arrive with a tab between cells, whatever they came from. Two cells alone are an indent or a list. */
function splitCells(folded: string, start: number, end: number): [number, number][] | undefined {
  const text = folded.slice(start, end)
  if (!text.includes('\t') || text.trim().split('\t').length < 3) return undefined
  const cells: [number, number][] = []
  let from = start
  for (let i = start; i <= end; i++)
    if (i === end || folded.charCodeAt(i) === 9) {
      cells.push([from, i])
      from = i + 1
    }
  return cells
}

/** One long line may hold many paragraphs, parted by indents, or by spaces after a full stop or before a heading. */
function splitLongLine(folded: string, start: number, end: number): [number, number][] {
  if (end - start < LONG) return [[start, end]]
  const pieces: [number, number][] = []
  let from = start
  const text = folded.slice(start, end)
  for (const match of text.matchAll(BREAKS)) {
    if (!isParagraphBreak(text, match.index, match[0])) continue
    const next = start + match.index + match[0].length
    const to = match[0] === '。' ? next : start + match.index
    if (to > from) pieces.push([from, to])
    from = next
  }
  if (from < end) pieces.push([from, end])
  return pieces.length ? pieces : [[start, end]]
}

function isParagraphBreak(text: string, at: number, gap: string): boolean {
  if (gap === '。' || gap.replace(/[^\u3000]/g, '').length >= 2) return true
  if (gap.length >= 2 && (text.length >= VERY_LONG || /[。！？：]/.test(text[at - 1] ?? ''))) return true
  return OPENS.test(text.slice(at + gap.length, at + gap.length + 6))
}

function lineOf(folded: string, from: number, to: number): Line | undefined {
  let start = from
  let end = to
  while (start < end && isSpace(folded.charCodeAt(start))) start++
  while (end > start && isSpace(folded.charCodeAt(end - 1))) end--
  while (folded.charCodeAt(start) === 62 && start < end && isSpace(folded.charCodeAt(start + 1))) start += 2
  if (start >= end) return undefined
  let indent = 0
  for (let i = from; i < start; i++)
    indent += folded.charCodeAt(i) === 0x3000 ? 2 : folded.charCodeAt(i) === 9 ? 4 : 1
  const match = end - start < 4000 ? MARKS.exec(folded.slice(start, Math.min(end, start + 12))) : null
  const skip = match ? match[0].length : 0
  const groups = match?.groups
  const mark: LineMark = !groups ? null : groups.level ? 'heading' : groups.square ? 'square' : 'bullet'
  const text = folded.slice(start + skip, end)
  if (!text) return undefined
  return {
    start: start + skip,
    end,
    text,
    width: widthOf(text),
    fullWidth: widthOf(text, 10),
    indent,
    blankBefore: false,
    mark,
    level: groups?.level?.length ?? 0,
    isHardStart: false,
    row: 0,
  }
}

const PUNCTUATION = /[，。、；：！？“”‘’（）《》〈〉·]/

/** Width in Chinese characters. Punctuation counts little more than half: printers squeeze it to fill a line. */
function widthOf(text: string, punctuation = 6): number {
  let tenths = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x100) tenths += 5
    else tenths += unit < 0x4e00 || unit > 0xff00 ? (PUNCTUATION.test(text[i]!) ? punctuation : 10) : 10
  }
  return tenths / 10
}
