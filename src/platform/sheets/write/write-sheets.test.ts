import { buffer } from 'node:stream/consumers'
import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../cell.ts'
import { readRows } from '../testing.ts'
import type { SheetColumn, SheetContent, SheetValue } from './sheet-content.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const columns: readonly SheetColumn[] = [
  { key: 'title', heading: '事项', width: 40, type: 'text' },
  { key: 'progress', heading: '进度', width: 8, type: 'number' },
  { key: 'dueOn', heading: '时限', width: 12, type: 'day' },
  { key: 'isKey', heading: '重点', width: 6, type: 'boolean' },
]
type Row = Record<string, SheetValue>

async function* given(rows: readonly Row[]) {
  yield* rows
}
const content = (rows: readonly Row[]): SheetContent => ({ sheetName: '台账', columns, rows: given(rows) })
const xlsx = async (rows: readonly Row[]) => new Uint8Array(await buffer(writeXlsx(content(rows))))
const csv = async (rows: readonly Row[]) => new Uint8Array(await buffer(writeCsv(content(rows))))

/** What a row gives back: nothing for an empty text, days as days, trailing nothings left out. */
function expected(row: Row, day: (text: string) => Cell): Cell[] {
  const cells = columns.map(({ key, type }): Cell => {
    const value = row[key]
    if (value === null || value === undefined || value === '') return null
    return type === 'day' ? day(String(value)) : Object.is(value, -0) ? 0 : value
  })
  while (cells.at(-1) === null) cells.pop()
  return cells
}

const character = fc.oneof(
  fc.constantFrom(...'=+-@\'"\t\r\n_x<>&\u0001，甲𠮷 ,;'),
  fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
)
const text = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(''))
const day = fc
  .date({ min: new Date('1900-03-02'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const row: fc.Arbitrary<Row> = fc.record({
  title: text,
  progress: fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  dueOn: fc.option(day),
  isKey: fc.option(fc.boolean()),
})

describe('what is written', () => {
  it('as xlsx is read back as it was, whatever the texts hold', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const read = await readRows(await xlsx(rows))
        const kept = rows.map((each) => expected(each, (value) => ({ kind: 'day', day: value, time: null })))
        expect(read.slice(1).map(({ cells }) => cells)).toEqual(kept.filter((cells) => cells.length > 0))
      }),
      { numRuns: 40 },
    )
  })

  it('as csv is read back as text, formulas guarded on the way', { timeout: 60_000 }, async () => {
    const storable = row.map((each) => ({
      ...each,
      title: String(each.title).toWellFormed().replaceAll('\u0000', ''),
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(storable, { maxLength: 8 }), async (rows) => {
        const read = await readRows(await csv(rows), { fileName: 'a.csv' })
        const kept = rows.map((each) => expected(each, (value) => value))
        const texts = kept.map((cells) => cells.map((cell) => (cell === null ? null : String(cell))))
        expect(read.slice(1).map(({ cells }) => cells)).toEqual(texts.filter((cells) => cells.length > 0))
      }),
      { numRuns: 40 },
    )
  })

  it('as xlsx opens elsewhere: heading frozen and filtered, text never a formula, days are days', async () => {
    const bytes = await xlsx([
      { title: '=HYPERLINK("http://a")', progress: -5, dueOn: '2024-03-31', isKey: true },
      { title: '@b', progress: 2.5 },
    ])
    const book = read(bytes, { cellDates: false, cellNF: true, cellFormula: true, cellStyles: true })
    const sheet = book.Sheets.台账!
    expect(sheet.A2).toMatchObject({ t: 's', v: '=HYPERLINK("http://a")' })
    expect(sheet.A2.f).toBeUndefined()
    expect(sheet.B2).toMatchObject({ t: 'n', v: -5 })
    expect(sheet.C2).toMatchObject({ t: 'n', v: 45382, z: 'yyyy\\-mm\\-dd', w: '2024-03-31' })
    expect(sheet.D2).toMatchObject({ t: 'b', v: true })
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:D3' })
    expect(Buffer.from(bytes).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  })

  it('is the same file for the same content', async () => {
    expect(await xlsx([{ title: '甲' }])).toEqual(await xlsx([{ title: '甲' }]))
  })

  it('asks for rows no faster than bytes are taken', async () => {
    let asked = 0
    async function* endless() {
      for (;;) {
        asked++
        yield { title: `第${asked}项工作${'的内容'.repeat(50)}` }
      }
    }
    const stream = writeXlsx({ sheetName: '台账', columns, rows: endless() })
    for await (const _ of stream) break
    expect(asked).toBeLessThan(20_000)
  })
})
