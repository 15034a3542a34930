import type { Cell, SheetRow } from '../cell.ts'
import { decodePieces, encodingOf } from './decode-csv.ts'
import { unguardFormula } from './formula-guard.ts'
import { guessDelimiter } from './guess-delimiter.ts'

const HEAD = 64 * 1024
const QUOTE = 0x22
const APOSTROPHE = 0x27

/**
 * The rows of a csv file without any quoted text, as `openSheet` gives them and several times as fast, in the caller's
 * thread; each step yields the rows of a quarter of a megabyte, so that the caller can let others in between. Undefined for
 * a file with quotes or in UTF-16, whose lines cannot be parted by a mere search.
 * @throws `platform.sheet-encoding`, `platform.sheet-wrong-type`
 */
export function scanPlainCsv(bytes: Uint8Array): Iterable<readonly SheetRow[]> | undefined {
  const encoding = encodingOf(bytes)
  // No byte of a longer character of UTF-8 or GB18030 is a quote.
  if (encoding.startsWith('utf-16') || bytes.includes(QUOTE)) return undefined
  return scan(bytes, encoding)
}

function* scan(bytes: Uint8Array, encoding: string): Generator<readonly SheetRow[]> {
  const head = decodePieces(bytes.subarray(0, HEAD), encoding === 'utf-8' ? 'utf-8' : 'gb18030')
  const { delimiter, skipLines } = guessDelimiter(firstPiece(head))
  let row = 0
  let rest = ''
  for (const piece of withEnd(decodePieces(bytes, encoding))) {
    const text = rest + piece
    const rows: SheetRow[] = []
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      const end = at > from && text.charCodeAt(at - 1) === 0x0d ? at - 1 : at
      row++
      if (row > skipLines) {
        const cells = cellsOf(text.slice(from, end), delimiter)
        if (cells.length > 0) rows.push({ row, cells, merged: [], isHidden: false })
      }
      from = at + 1
    }
    rest = text.slice(from)
    yield rows
  }
}

/** A character that is cut by the end of the head is left out. */
function firstPiece(pieces: Generator<string>): string {
  return pieces.next().value ?? ''
}

/** The last line may lack its end. */
function* withEnd(pieces: Iterable<string>): Generator<string> {
  let last = '\n'
  for (const piece of pieces) {
    if (piece !== '') last = piece.at(-1)!
    yield piece
  }
  if (last !== '\n') yield '\n'
}

function cellsOf(line: string, delimiter: string): Cell[] {
  const cells: Cell[] = line.split(delimiter)
  let filled = 0
  for (let at = 0; at < cells.length; at++) {
    const text = cells[at] as string
    if (text === '') cells[at] = null
    else {
      filled = at + 1
      if (text.charCodeAt(0) === APOSTROPHE) cells[at] = unguardFormula(text)
    }
  }
  cells.length = filled
  return cells
}
