import { invalid } from '../../../kernel/errors.ts'
import type { OpenZip } from '../../zip/index.ts'
import { scanWhole } from './scan-part.ts'
import { attributeOf } from './xml-scanner.ts'

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: string }[]
  readonly is1904: boolean
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

/** Finds a workbook's parts by their relationships (ECMA-376 part 2, 9): names of parts are up to the writer. */
export async function readWorkbook(zip: OpenZip): Promise<Workbook> {
  const root = await relationships(zip, '')
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.names.includes(main)) throw invalid('platform.sheet-damaged', { part: 'workbook' })
  const parts = await relationships(zip, main)
  const sheets: { name: string; isHidden: boolean; part: string }[] = []
  let is1904 = false
  await scanWhole(zip, main, {
    onOpen(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const id = /\s[\w:]*:?id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
      const found = parts.find((part) => part.id === id)
      if (found?.type !== 'worksheet') return
      const isHidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
      sheets.push({ name: attributeOf(attributes, 'name') ?? '', isHidden, part: found.target })
    },
  })
  const partOf = (kind: string) => parts.find(({ type }) => type === kind)?.target
  return { sheets, is1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') }
}

interface Relationship {
  readonly id: string | undefined
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string
  readonly target: string
}

async function relationships(zip: OpenZip, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const file = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found: Relationship[] = []
  if (!zip.names.includes(file)) return found
  await scanWhole(zip, file, {
    onOpen(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      const type = (attributeOf(attributes, 'Type') ?? '').split('/').at(-1)!
      found.push({ id: attributeOf(attributes, 'Id'), type, target: resolve(folder, attributes) })
    },
  })
  return found
}

function resolve(folder: string, attributes: string): string {
  const target = attributeOf(attributes, 'Target') ?? ''
  const base = `zip:///${folder}`
  // What is no address at all leads to no part.
  return URL.canParse(target, base) ? new URL(target, base).pathname.slice(1) : ''
}
