import type { OpenZip } from '../../zip/index.ts'
import { decodeCellText } from './cell-text.ts'
import { scanWhole } from './scan-part.ts'
import { StringTable } from './string-table.ts'
import { unescapeXml } from './xml-scanner.ts'

/** Reads the shared texts; the runs of a formatted text are joined, readings (`rPh`) are left out. */
export async function readSharedStrings(
  zip: OpenZip,
  { part, maxTextBytes }: { part: string | undefined; maxTextBytes: number },
): Promise<StringTable> {
  const table = new StringTable(maxTextBytes)
  if (part === undefined || !zip.names.includes(part)) return table
  let text = ''
  let isText = false
  let isReading = false
  await scanWhole(zip, part, {
    onOpen(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    onClose(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') table.add(decodeCellText(unescapeXml(text)))
    },
    onText(piece) {
      if (isText) text += piece
    },
  })
  return table
}
