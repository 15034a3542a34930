import { parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { childOf, childrenOf, settingOf } from '../xml/walk-xml.ts'

/** The look of each paragraph style as css declarations, by style id; what a style is based on comes first. */
export function styleRules(styles: XmlElement): ReadonlyMap<string, string> {
  const byId = new Map(
    childrenOf(styles, 'w:style')
      .filter(({ attributes }) => attributes['w:type'] === 'paragraph')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  )
  const rules = new Map<string, string>()
  for (const id of byId.keys()) rules.set(id, chainOf(id, byId).map(lookOf).filter(Boolean).join(';'))
  return rules
}

function chainOf(id: string, byId: ReadonlyMap<string, XmlElement>, depth = 0): XmlElement[] {
  const style = byId.get(id)
  if (!style || depth > 10) return []
  return [...chainOf(settingOf(style, 'w:basedOn') ?? '', byId, depth + 1), style]
}

const lookOf = (style: XmlElement) =>
  [paragraphLook(childOf(style, 'w:pPr')), runLook(childOf(style, 'w:rPr'))].filter(Boolean).join(';')

const ALIGN: Readonly<Record<string, string>> = {
  both: 'justify',
  distribute: 'justify',
  start: 'left',
  end: 'right',
}
const points = (twips: string | undefined) => `${Number(twips ?? 0) / 20}pt`

/** Alignment, heights, indents, rules and keeping together of a paragraph. */
export function paragraphLook(properties: XmlElement | undefined): string {
  if (!properties) return ''
  const css: string[] = []
  const align = settingOf(properties, 'w:jc')
  if (align) css.push(`text-align:${ALIGN[align] ?? word(align)}`)
  const spacing = childOf(properties, 'w:spacing')?.attributes
  if (spacing?.['w:before'] !== undefined) css.push(`margin-top:${points(spacing['w:before'])}`)
  if (spacing?.['w:after'] !== undefined) css.push(`margin-bottom:${points(spacing['w:after'])}`)
  if (spacing?.['w:line'] !== undefined)
    css.push(
      spacing['w:lineRule'] === 'exact'
        ? `line-height:${points(spacing['w:line'])}`
        : `line-height:${Number(spacing['w:line']) / 240 || 1}`,
    )
  const indent = childOf(properties, 'w:ind')?.attributes
  if (indent) {
    css.push(`padding-left:${points(indent['w:left'])}`, `padding-right:${points(indent['w:right'])}`)
    const first = Number(indent['w:firstLine'] ?? 0) - Number(indent['w:hanging'] ?? 0)
    css.push(`text-indent:${first / 20}pt`)
  }
  const rule = childOf(childOf(properties, 'w:pBdr'), 'w:bottom')?.attributes
  if (rule)
    css.push(
      `border-bottom:${Number(rule['w:sz'] ?? 8) / 8}pt solid #${word(rule['w:color'] ?? '000000')};padding-bottom:${Number(rule['w:space'] ?? 0)}pt`,
    )
  if (childOf(properties, 'w:keepNext')) css.push('break-after:avoid')
  if (childOf(properties, 'w:pageBreakBefore')) css.push('break-before:page')
  return css.join(';')
}

/** Face, size, colour, weight and width of a run. */
export function runLook(properties: XmlElement | undefined): string {
  if (!properties) return ''
  const css: string[] = []
  const face = childOf(properties, 'w:rFonts')?.attributes['w:eastAsia']
  if (face) css.push(`font-family:${facesOf(face)}`)
  const size = settingOf(properties, 'w:sz')
  if (size) css.push(`font-size:${Number(size) / 2}pt`)
  const color = settingOf(properties, 'w:color')
  if (color && color !== 'auto') css.push(`color:#${word(color)}`)
  const isBold = settingOf(properties, 'w:b')
  if (isBold) css.push(`font-weight:${isBold === '0' || isBold === 'false' ? 'normal' : 'bold'}`)
  const spacing = settingOf(properties, 'w:spacing')
  if (spacing) css.push(`letter-spacing:${points(spacing)}`)
  return css.join(';')
}

/** Characters set narrower than they are (a red head in one line): css has no such width, so they are pressed together. */
export function narrowLook(properties: XmlElement | undefined, text: string): string {
  const width = Number(settingOf(properties, 'w:w') ?? 100) / 100
  if (!(width > 0 && width < 1)) return ''
  const margin = (((width - 1) / 2) * text.length).toFixed(3)
  return `display:inline-block;white-space:nowrap;transform:scaleX(${width});margin:0 ${margin}em`
}

/** Faces of the same kind behind the one that is asked for, as the font table declares them. */
function facesOf(name: string): string {
  const isSans = /黑|Hei|Gothic|Sans|Arial/i.test(name)
  const faces = isSans ? ['SimHei', 'Noto Sans CJK SC'] : ['FangSong', 'Noto Serif CJK SC']
  return [`'${word(name)}'`, ...faces.map((face) => `'${face}'`), isSans ? 'sans-serif' : 'serif'].join(',')
}

/** Nothing of a template can end a declaration or the style sheet. */
const word = (text: string) => text.replace(/[^\p{L}\p{N} _-]/gu, '')

export const readStyles = (bytes: Uint8Array) => styleRules(parseXml(new TextDecoder().decode(bytes)))
