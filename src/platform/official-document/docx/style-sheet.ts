import layout from '../layout.json' with { type: 'json' }
import data from '../styles.json' with { type: 'json' }
import { block, type FontRole, face } from './measures.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly font?: string
  readonly points?: number
  /** Points; 0 is as high as what stands in it; the grid's when left out. */
  readonly line?: number
  readonly before?: number
  readonly beforeLines?: number
  readonly after?: number
  readonly afterLines?: number
  readonly color?: string
  readonly align?: string
  readonly indent?: { left?: number; right?: number; firstLine?: number; hanging?: number }
  readonly level?: number
  readonly keepNext?: boolean
  readonly hasRule?: boolean
}

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const { line, character, spacing } = block
const bodySize = layout.bodyPoints * 2

const DEFAULTS = `<w:docDefaults><w:rPrDefault><w:rPr>${face('body')}<w:kern w:val="2"/><w:sz w:val="${bodySize}"/><w:szCs w:val="${bodySize}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
/** No widow control and no gaps between scripts: both would break the grid of 22 by 28. */
const NORMAL = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="${spacing}"/></w:rPr></w:style>`
const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
)
const margins = [
  ['top', 40],
  ['left', 85],
  ['bottom', 40],
  ['right', 85],
].map(([edge, width]) => `<w:${edge} w:w="${width}" w:type="dxa"/>`)
const TABLE = `<w:style w:type="table" w:default="1" w:styleId="QdTable"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr></w:style>`

/** The styles part. An office changes the look of its documents here, in Word. */
export const styleSheet = () =>
  `<w:styles xmlns:w="${W}">${DEFAULTS}${NORMAL}${TABLE}${(data.styles as Style[]).map(styleXml).join('')}</w:styles>`

/** The heading ladder 一、（一）1.（1） as one list of four levels. */
export function numbering(): string {
  const formats = ['chineseCountingThousand', 'chineseCountingThousand', 'decimal', 'decimal']
  const levels = data.ladder.map(
    (text, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${formats[level]}"/><w:pStyle w:val="QdHeading${level + 1}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="${2 * character}"/></w:pPr></w:lvl>`,
  )
  return `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
}

/** The children of pPr and rPr stand in the order that the schema asks (ECMA-376 part 1, 17.3). */
function styleXml(style: Style): string {
  const { level, points } = style
  const paragraph = [
    style.keepNext || level !== undefined ? '<w:keepNext/>' : '',
    level === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`,
    style.hasRule ? `<w:pBdr>${RED_RULE}</w:pBdr>` : '',
    `<w:spacing w:before="${space(style.before, style.beforeLines)}" w:after="${space(style.after, style.afterLines)}" ${height(style.line)}/>`,
    indent(style.indent),
    style.align ? `<w:jc w:val="${style.align}"/>` : '',
    level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`,
  ]
  const run = [
    style.font ? face(style.font as FontRole) : '',
    style.color ? `<w:color w:val="${style.color}"/>` : '',
    points ? `<w:spacing w:val="0"/><w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>` : '',
  ]
  return `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph.join('')}</w:pPr><w:rPr>${run.join('')}</w:rPr></w:style>`
}

const rulePoints = Math.round((layout.ruleBelowNumber / 25.4) * 72)
const RED_RULE = `<w:bottom w:val="single" w:sz="12" w:space="${rulePoints}" w:color="FF0000"/>`

const space = (points = 0, lines = 0) => points * 20 + lines * line

function height(points: number | undefined): string {
  if (points === 0) return 'w:line="240" w:lineRule="auto"'
  return `w:line="${points === undefined ? line : points * 20}" w:lineRule="exact"`
}

function indent(characters: Style['indent']): string {
  if (!characters) return ''
  const values = Object.entries(characters).map(
    ([side, count]) => `w:${side}Chars="${count * 100}" w:${side}="${count * character}"`,
  )
  return `<w:ind ${values.join(' ')}/>`
}
