import type { OpenZip } from '../../zip/index.ts'
import { builtInFormat, formatOfCode, type NumberFormat } from '../number-format.ts'
import { scanWhole } from './scan-part.ts'
import { attributeOf } from './xml-scanner.ts'

/** What each cell style makes of a number, by the style's number. */
export async function readCellFormats(zip: OpenZip, part: string | undefined): Promise<NumberFormat[]> {
  if (part === undefined || !zip.names.includes(part)) return []
  const codes = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let isCellStyles = false
  await scanWhole(zip, part, {
    onOpen(name, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, formatOfCode(attributeOf(attributes, 'formatCode') ?? ''))
      else if (name === 'cellXfs') isCellStyles = true
      else if (name === 'xf' && isCellStyles) formats.push(codes.get(id) ?? builtInFormat(id))
    },
    onClose(name) {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return formats
}
