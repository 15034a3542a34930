import { strToU8 } from 'fflate'
import type { OfficialDocument } from '../model.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { writeXml } from '../xml/write-xml.ts'
import { blockXml, paragraphXml } from './block-xml.ts'
import { finishBody } from './finish-body.ts'
import { fixedParts, OFFICE, sectionXml } from './fixed-parts.ts'
import { headXml, tailXml } from './head-xml.ts'
import { packDocx } from './pack-docx.ts'
import { type Draw, pictureList } from './picture-list.ts'
import { sourceList } from './source-list.ts'
import { W } from './style-sheet.ts'
import { apart, gapsAt } from './table-gaps.ts'

/** A document in the layout of GB/T 9704-2012 as .docx; the same document is the same file. */
export function writeDocx(document: OfficialDocument, draw: Draw): Uint8Array {
  const sources = sourceList()
  const pictures = pictureList(draw)
  const { blocks } = document
  const body = blocks.map((block, index) => {
    if (block.kind === 'chart')
      return `<w:p><w:pPr><w:pStyle w:val="QdPicture"/></w:pPr>${pictures.runXml(block.chart)}</w:p>`
    // A break in a line of its own stands on an empty page where the page before is just full.
    if (block.kind === 'page-break' && blocks[index + 1]?.kind === 'heading') return ''
    const xml = apart(blockXml(block, sources), gapsAt(blocks, index))
    return block.kind === 'heading' && blocks[index - 1]?.kind === 'page-break' ? onNextPage(xml) : xml
  })
  const head = document.head ? headXml(document.head) : ''
  const title = paragraphXml('QdTitle', document.title, sources)
  const text = `${head}${title}${body.join('')}${tailXml(document)}${sectionXml()}`
  const root = parseXml(
    `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${text}</w:body></w:document>`,
  )
  finishBody(root, (id) => id)
  const parts = Object.entries({
    ...fixedParts(document.title),
    'word/document.xml': writeXml(root),
  }).map(([name, xml]) => [name, strToU8(xml)])
  return packDocx(Object.fromEntries(parts), pictures, sources.sources)
}

const onNextPage = (paragraph: string) => paragraph.replace(/(<w:pStyle [^>]*\/>)/, '$1<w:pageBreakBefore/>')
