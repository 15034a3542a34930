import fonts from '../fonts.json' with { type: 'json' }
import layout from '../layout.json' with { type: 'json' }
import { escapeXml } from '../xml/escape-xml.ts'
import { block, twips } from './measures.ts'
import { numbering, styleSheet, W } from './style-sheet.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts that every document of this layout has, but for its text. */
export function fixedParts(title: string): Record<string, string> {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${PARTS.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${contentType(name)}+xml"/>`).join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${PARTS.slice(1)
      .map(
        ([name, type], index) =>
          `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${name}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'docProps/core.xml': coreProperties(title),
    'word/styles.xml': HEAD + styleSheet(),
    'word/numbering.xml': HEAD + numbering(),
    'word/settings.xml': `${HEAD}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="${block.line}"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/fontTable.xml': HEAD + fontTable(),
    'word/footer1.xml': HEAD + footer('right'),
    'word/footer2.xml': HEAD + footer('left'),
  }
}

const PARTS = [
  ['document', 'officeDocument'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
  ['footer2', 'footer'],
] as const

const contentType = (name: string) => (name === 'document' ? 'document.main' : name.replace(/\d$/, ''))

/** No time and no person: the same content is the same file. */
export const coreProperties = (title: string) =>
  `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Quarterdeck</dc:creator></cp:coreProperties>`

/** A4, its margins, the grid of lines, page numbers outside. Footers are rId5 (odd) and rId6 (even). */
export function sectionXml(): string {
  const { page, margins } = layout
  // A page number is one line of 16 points whose dashes stand 7 mm below the block.
  const footer = twips(margins.bottom - layout.numberBelowBlock) - 160
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/><w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/><w:pgMar w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" w:left="${twips(margins.left)}" w:header="851" w:footer="${footer}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${block.line}"/></w:sectPr>`
}

/** `— 1 —`, one character in from the outer edge (7.5). */
function footer(side: 'left' | 'right'): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`
  return `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="QdFooter"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>${number}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}

/** Which faces are asked for, and by what Word and WPS replace one that is not installed. */
function fontTable(): string {
  const { title, body, black, kai, song } = fonts
  const entries = [title, body, black, kai, song].map(
    ({ name, fallback, panose, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${family === 'modern' ? 'fixed' : 'variable'}"/></w:font>`,
  )
  return `<w:fonts xmlns:w="${W}">${entries.join('')}</w:fonts>`
}
