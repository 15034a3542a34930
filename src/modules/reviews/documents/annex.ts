import { buffer } from 'node:stream/consumers'
import { type SheetColumn, type SheetValue, writeXlsx } from '../../../platform/sheets/index.ts'
import type { Material } from './material.ts'
import { shownSource } from './sourced-words.ts'
import words from './words.json' with { type: 'json' }

const { annex } = words
type Row = Readonly<Record<string, SheetValue>>

const column = (key: keyof typeof annex, width: number, type: SheetColumn['type'] = 'text'): SheetColumn => ({
  key,
  heading: annex[key],
  width,
  type,
})

const LINES = [
  column('unit', 16),
  column('side', 12),
  column('number', 6, 'number'),
  column('words', 60),
  column('outcome', 10),
  column('evidence', 40),
  column('source', 50),
  column('href', 40),
]
const COMMITMENTS = [
  column('number', 6, 'number'),
  column('unit', 16),
  column('commitment', 60),
  column('leadUnit', 20),
  column('dueOn', 12, 'day'),
  column('itemNumber', 18),
  column('href', 40),
]

/** The lines of a document with what they rest on, one row for each source; texts are never formulas. */
export function writeAnnex(material: Material, of: 'lines' | 'commitments'): Promise<Uint8Array> {
  const rows = of === 'lines' ? lineRows(material) : commitmentRows(material)
  return buffer(
    writeXlsx({ sheetName: annex.sheet, columns: of === 'lines' ? LINES : COMMITMENTS, rows: each(rows) }),
  )
}

async function* each(rows: readonly Row[]) {
  yield* rows
}

function lineRows({ units }: Material): Row[] {
  return units.flatMap(({ name, lines }) =>
    lines.flatMap(({ side, words: text, outcome, evidence, sources }, index): Row[] => {
      const line = {
        unit: name,
        side: words.sides[side],
        number: index + 1,
        words: text,
        outcome: outcome === null ? '' : words.outcomes[outcome],
        evidence: evidence.map(({ sentence }) => sentence).join('\n'),
      }
      const shown = sources.map(shownSource)
      return shown.length === 0 ? [line] : shown.map(({ label, href }) => ({ ...line, source: label, href }))
    }),
  )
}

const commitmentRows = ({ commitments }: Material): Row[] =>
  commitments.map(({ unit, text, leadUnit, dueOn, itemNumber, sources }, index) => ({
    number: index + 1,
    unit,
    commitment: text,
    leadUnit,
    dueOn,
    itemNumber,
    href: sources[0]?.href,
  }))
