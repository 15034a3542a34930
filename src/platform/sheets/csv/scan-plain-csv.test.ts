import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetRow } from '../cell.ts'
import { sheetLimits } from '../limits.ts'
import { readCsv } from './read-csv.ts'
import { scanPlainCsv } from './scan-plain-csv.ts'

/** In this thread: a thread for each of so many small files would take minutes. */
async function readAll(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of readCsv(bytes, { name: 'a', limits: sheetLimits }).rows()) rows.push(row)
  return rows
}

const scanned = (bytes: Uint8Array) => [...(scanPlainCsv(bytes) ?? [])].flat()

describe('A csv file without quotes', () => {
  it('gives the same rows as the reader of all csv files', async () => {
    const cell = fc.constantFrom('', '1', '2.5', '甲', '丙丁', "'=1", ' ', '12月')
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','))
    const file = fc.tuple(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(file, async ([lines, end, isEnded]) => {
        const bytes = new TextEncoder().encode(`甲,乙,丙${end}${lines.join(end)}${isEnded ? end : ''}`)
        expect(scanned(bytes)).toEqual(await readAll(bytes))
      }),
    )
  })

  it('is read over the seams of its pieces, also in GB18030', () => {
    const count = 60_000
    const gbk = Buffer.from('cac2cfee2c310a', 'hex')
    const rows = scanned(new Uint8Array(Buffer.concat(Array.from({ length: count }, () => gbk))))
    expect(rows).toHaveLength(count)
    expect(rows.every(({ cells }) => cells[0] === '事项' && cells[1] === '1')).toBe(true)
    expect(rows.at(-1)!.row).toBe(count)
  })

  it('is not one with quotes', () => {
    expect(scanPlainCsv(new TextEncoder().encode('a,"b\nc"'))).toBeUndefined()
  })
})
