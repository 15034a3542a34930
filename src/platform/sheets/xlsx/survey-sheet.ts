import type { OpenZip } from '../../zip/index.ts'
import { columnOfReference } from '../column-letter.ts'
import type { MergedRange } from '../merged-cells.ts'
import { inflatePart } from './inflate-part.ts'
import { attributeOf } from './xml-scanner.ts'

export interface SheetSurvey {
  /** How many rows the sheet writes down, empty ones included. */
  readonly rows: number
  readonly merges: readonly MergedRange[]
}

const ROW = /<(?:\w+:)?row[\s>/]/g
const MERGE = /<(?:\w+:)?mergeCell(\s[^>]*)>/g

/**
 * A first look at a sheet: an xlsx file names its merged cells after its rows, but a reader needs them before.
 * Bytes are taken as Latin letters, since only tags matter and UTF-8 keeps those apart from any other character.
 */
export async function surveySheet(
  zip: OpenZip,
  part: string,
  { maxColumns }: { maxColumns: number },
): Promise<SheetSurvey> {
  let rows = 0
  let rest = ''
  const merges: MergedRange[] = []
  for await (const piece of inflatePart(zip, part)) {
    const text = rest + piece.toString('latin1')
    const cut = text.lastIndexOf('<')
    const whole = cut > 0 ? text.slice(0, cut) : text
    rest = cut > 0 ? text.slice(cut) : ''
    rows += whole.match(ROW)?.length ?? 0
    if (whole.includes('mergeCell')) collect(whole, merges, maxColumns)
  }
  collect(rest, merges, maxColumns)
  return { rows, merges }
}

function collect(xml: string, merges: MergedRange[], maxColumns: number): void {
  for (const [, attributes] of xml.matchAll(MERGE)) {
    const [from, to] = (attributeOf(attributes!, 'ref') ?? '').split(':')
    if (!from || !to) continue
    const range = {
      fromRow: Number(/\d+/.exec(from)?.[0]),
      toRow: Number(/\d+/.exec(to)?.[0]),
      fromColumn: columnOfReference(from),
      toColumn: Math.min(columnOfReference(to), maxColumns - 1),
    }
    if (range.fromRow >= 1 && range.toRow >= range.fromRow && range.fromColumn >= 0) merges.push(range)
  }
}
