import { CodedError } from '../../src/kernel/errors.ts'
import { extract } from '../../src/modules/reports/testing.ts'
import type { Register } from '../../src/modules/units/index.ts'
import { inspectFile } from '../../src/platform/files/inspect/inspect-file.ts'
import { sheetLimits } from '../../src/platform/sheets/limits.ts'
import { readTable } from '../../src/platform/sheets/read-table.ts'
import type { FileCase } from './documents.ts'

const TABLES = ['xlsx', 'csv']
const NAMES: Readonly<Record<string, string>> = { ole: 'a.doc', bytes: 'a.txt', text: 'a.txt' }

/** Reads a file by all the doors through which the product would; what is neither read nor refused by code is wrong. */
export async function readAsProduct(
  { kind, bytes }: FileCase,
  register: Register,
): Promise<{ outcome: string; wrong?: string }> {
  const fileName = NAMES[kind] ?? `a.${kind}`
  const doors: [string, () => Promise<unknown>][] =
    kind === 'text'
      ? [['extract', () => readText(Buffer.from(bytes).toString('utf16le'), register)]]
      : [
          ['inspect', () => inspectFile({ fileName, bytes })],
          ['extract', () => extract({ source: bytes, fileName, register, isAnyText: true })],
          ...(TABLES.includes(kind) || kind === 'ole'
            ? [['table', () => readWhole(bytes, fileName)] as [string, () => Promise<unknown>]]
            : []),
        ]
  const outcomes: string[] = []
  for (const [door, read] of doors) {
    try {
      await read()
      outcomes.push(`${door} read`)
    } catch (error) {
      if (!(error instanceof CodedError))
        return { outcome: 'crash', wrong: `${door}: ${(error as Error)?.stack ?? error}` }
      outcomes.push(`${door} ${error.code}`)
    }
  }
  return { outcome: outcomes.at(-1)! }
}

/** Also what every statement promises: it quotes ranges of its article's body. */
async function readText(text: string, register: Register): Promise<void> {
  const { received, report, statements } = await extract({
    source: text,
    fileName: null,
    register,
    isAnyText: true,
  })
  if (received.text !== text) throw new Error('the text as received is not the text')
  for (const { articleIndex, ranges } of statements) {
    const { length } = report.articles[articleIndex]!.body.text
    for (const { start, end } of ranges)
      if (!(start >= 0 && end > start && end <= length))
        throw new Error(`a range ${start}–${end} outside the article`)
  }
}

async function readWhole(bytes: Uint8Array, fileName: string): Promise<void> {
  const table = await readTable({ bytes, fileName, sheet: undefined, limits: sheetLimits })
  let rows = 0
  for await (const _ of table.rows()) if (++rows > 5000) break
}
