import type { OfficialDocument, RedHead } from '../model.ts'
import { escapeXml } from '../xml/escape-xml.ts'
import { block, face } from './measures.ts'

/** The red head (版头): front marks, issuer, number over the red rule. GB/T 9704-2012, 7.2. */
export function headXml(head: RedHead): string {
  const front = [head.copyNumber, head.secrecy, head.urgency].filter((text) => text !== undefined)
  // The issuer's top edge stands 35 mm below the block's top; what is in front of it takes from that.
  const before = 90 * 20 - front.length * block.line
  const issuer = `<w:p><w:pPr><w:pStyle w:val="QdIssuer"/><w:spacing w:before="${before}"/></w:pPr>${text(head.issuer)}</w:p>`
  return `${front.map((words) => paragraph('QdFront', words)).join('')}${issuer}${numberXml(head)}`
}

/** Centred; beside a signer it stands left, one character in, and the signer right. */
function numberXml({ number = '', signer }: RedHead): string {
  if (!signer) return paragraph('QdNumber', number)
  const { character, width } = block
  const ends = `<w:tabs><w:tab w:val="right" w:pos="${width - character}"/></w:tabs><w:ind w:left="${character}"/><w:jc w:val="left"/>`
  const name = `<w:r><w:rPr>${face('kai')}</w:rPr><w:t>${escapeXml(signer.name)}</w:t></w:r>`
  return `<w:p><w:pPr><w:pStyle w:val="QdNumber"/>${ends}</w:pPr>${text(number)}<w:r><w:tab/></w:r>${text(signer.label)}${name}</w:p>`
}

/** Annexes, signature over date, imprint: what follows the body. GB/T 9704-2012, 7.3.5 and 7.4. */
export function tailXml({ annexes, signature, imprint }: OfficialDocument): string {
  return [
    annexes ? annexXml(annexes) : '',
    signature ? signatureXml(signature) : '',
    imprint ? imprintXml(imprint) : '',
  ].join('')
}

function annexXml({ label, names }: NonNullable<OfficialDocument['annexes']>): string {
  const lines = names.map((name, index) => {
    const words = `${names.length > 1 ? `${index + 1}. ` : ''}${name}`
    return index === 0 ? paragraph('QdAnnex', label + words) : paragraph('QdAnnexNext', words)
  })
  return paragraph('Normal', '') + lines.join('')
}

function signatureXml({ name, date }: NonNullable<OfficialDocument['signature']>): string {
  const gap = paragraph('QdGap', '')
  return `${gap}${gap}${paragraph('QdSignature', name)}${paragraph('QdDate', date)}`
}

/** At the bottom of the text block, wherever the text ends; outer rules thick, the inner one thin (7.4). */
function imprintXml({ copies, issued, issuedOn }: NonNullable<OfficialDocument['imprint']>): string {
  const { width, character } = block
  const rule = (side: string, size: number) =>
    `<w:${side} w:val="${size === 0 ? 'nil' : 'single'}" w:sz="${size}" w:space="0" w:color="000000"/>`
  const ends = `<w:tabs><w:tab w:val="right" w:pos="${width - character - 170}"/></w:tabs>`
  const row = (words: string) =>
    `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="QdImprint"/>${ends}</w:pPr>${words}</w:p></w:tc></w:tr>`
  const borders = `${rule('top', 8)}${rule('left', 0)}${rule('bottom', 8)}${rule('right', 0)}${rule('insideH', 6)}${rule('insideV', 0)}`
  const place =
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpYSpec="bottom"/>'
  const rows = [
    ...(copies === undefined ? [] : [row(text(copies))]),
    row(`${text(issued)}<w:r><w:tab/></w:r>${text(issuedOn)}`),
  ]
  return `${paragraph('Normal', '')}<w:tbl><w:tblPr><w:tblStyle w:val="QdTable"/>${place}<w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid>${rows.join('')}</w:tbl>${paragraph('QdMark', '')}`
}

const paragraph = (style: string, words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text(words)}</w:p>`

const text = (words: string) =>
  words === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
