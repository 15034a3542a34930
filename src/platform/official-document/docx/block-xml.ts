import type { Block, Run, TableColumn, Words } from '../model.ts'
import { escapeXml } from '../xml/escape-xml.ts'
import { block } from './measures.ts'
import { bookmarkName, type SourceList } from './source-list.ts'

const STYLE_OF = {
  paragraph: 'QdBody',
  addressee: 'QdAddressee',
  caption: 'QdCaption',
  note: 'QdNote',
  mark: 'QdMark',
  picture: 'QdPicture',
} as const

/** One block of the body; charts are pictures, which `template/` puts in. */
export function blockXml(item: Exclude<Block, { kind: 'chart' }>, sources: SourceList): string {
  switch (item.kind) {
    case 'heading':
      return paragraphXml(`QdHeading${item.level}`, item.words, sources)
    case 'table':
      return tableXml(item, sources)
    case 'page-break':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    default:
      return paragraphXml(STYLE_OF[item.kind], item.words, sources)
  }
}

export function paragraphXml(style: string, words: Words, sources: SourceList): string {
  const runs = typeof words === 'string' ? [{ text: words }] : words
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.map((run) => runXml(run, sources)).join('')}</w:p>`
}

/** A stretch of text; a sourced one stands in a hidden bookmark (its name begins with an underscore). */
export function runXml({ text, isStrong, source }: Run, sources: SourceList, look = ''): string {
  if (text === '') return ''
  const strong = isStrong && !look.includes('<w:b/>') ? '<w:b/>' : ''
  const properties = look === '' ? strong && `<w:rPr>${strong}</w:rPr>` : look
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
  const run = `<w:r>${properties}${lines.join('<w:br/>')}</w:r>`
  if (!source) return run
  const { id, place, number } = sources.mark(source, text)
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(number, place)}"/>${run}<w:bookmarkEnd w:id="${id}"/>`
}

function tableXml({ columns, rows }: Extract<Block, { kind: 'table' }>, sources: SourceList): string {
  const widths = columnWidths(columns)
  const row = (cells: readonly Words[], style: string, properties: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.map((words, index) => cellXml({ words, style, width: widths[index] ?? 0, align: style === 'QdTableHead' ? undefined : columns[index]?.align }, sources)).join('')}</w:tr>`
  const head = row(
    columns.map(({ heading }) => heading),
    'QdTableHead',
    '<w:tblHeader/>',
  )
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const body = rows.map((cells) => row(cells, 'QdTableText', ''))
  return `<w:tbl><w:tblPr><w:tblStyle w:val="QdTable"/><w:tblW w:w="${block.width}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`
}

interface Cell {
  readonly words: Words
  readonly style: string
  readonly width: number
  readonly align: TableColumn['align']
}

function cellXml({ words, style, width, align }: Cell, sources: SourceList): string {
  const paragraph = paragraphXml(style, words, sources)
  const aligned = align ? paragraph.replace('</w:pPr>', `<w:jc w:val="${align}"/></w:pPr>`) : paragraph
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${aligned}</w:tc>`
}

function columnWidths(columns: readonly TableColumn[]): number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map(({ share }) => Math.floor((block.width * share) / all))
}
