import type { Parts } from '../docx/pack-docx.ts'
import { styleRoles } from '../docx/style-roles.ts'
import { MAIN_PART } from '../template/open-template.ts'
import { escapeXml } from '../xml/escape-xml.ts'
import { isElement, parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { childOf, childrenOf, descendantsOf, settingOf, textOf } from '../xml/walk-xml.ts'
import { pageRules } from './page-rules.ts'
import { pictureTag } from './picture-tag.ts'
import { narrowLook, paragraphLook, readStyles, runLook } from './style-rules.ts'

/**
 * A document as a page to read and to print: the words of the .docx with the look of its own styles, so that an office's
 * template counts here too. One file without scripts; everything that comes from the document is escaped. All looks stand
 * in one style element, none in attributes, so that a policy can name it.
 */
export function writeHtml(parts: Parts, { title, lang }: { title: string; lang: string }): string {
  const body = childOf(partOf(parts, MAIN_PART), 'w:body')
  const rules = parts['word/styles.xml'] ? readStyles(parts['word/styles.xml']) : new Map<string, string>()
  const roleOf = styleRoles(parts['word/styles.xml'])
  const section = body && childOf(body, 'w:sectPr')
  const looks = new Map<string, string>()
  const words = body ? blocks(body) : ''
  const css = [
    ...[...rules].map(([id, look]) => `.${className(id)}{${look}}`),
    ...[...looks].map(([look, name]) => `.${name}{${look}}`),
  ].join('\n')
  return `<!doctype html>
<html lang="${escapeXml(lang)}"><head><meta charset="utf-8"><title>${escapeXml(title)}</title>
<meta name="viewport" content="width=860"><style>
${pageRules(section)}
${css}
</style></head><body><main>
${words}
</main></body></html>
`

  /** The class of a look: of what a paragraph, a run, a column or a picture says for itself. */
  function classOf(look: string): string {
    const name = looks.get(look) ?? `l-${looks.size + 1}`
    looks.set(look, name)
    return name
  }

  function blocks(element: XmlElement): string {
    return element.children
      .filter(isElement)
      .map((child) => {
        if (child.name === 'w:p') return paragraph(child)
        if (child.name === 'w:tbl') return table(child)
        return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? blocks(child) : ''
      })
      .join('\n')
  }

  function paragraph(element: XmlElement): string {
    const properties = childOf(element, 'w:pPr')
    const style = settingOf(properties, 'w:pStyle') ?? 'Normal'
    const words = inline(element)
    const look = paragraphLook(properties)
    const own = look ? ` ${classOf(look)}` : ''
    if (words === '<br class="page">') return '<div class="page"></div>'
    const role = roleOf(style) ?? ''
    const level = /^QdHeading([1-4])$/.exec(role)?.[1]
    const name = role === 'QdTitle' ? 'h1' : level ? `h${Number(level) + 1}` : 'p'
    return `<${name} class="${className(style)}${level ? ` ladder-${level}` : ''}${own}">${words || '&nbsp;'}</${name}>`
  }

  function inline(element: XmlElement): string {
    return element.children
      .filter(isElement)
      .map((child): string => {
        switch (child.name) {
          case 'w:r':
            return run(child)
          case 'w:bookmarkStart': {
            const number = /^_Source_(\d+)_/.exec(child.attributes['w:name'] ?? '')?.[1]
            return number
              ? `<a id="s${escapeXml(child.attributes['w:id'] ?? '')}" data-source="${number}"></a>`
              : ''
          }
          case 'w:hyperlink':
          case 'w:ins':
          case 'w:smartTag':
            return inline(child)
          default:
            return ''
        }
      })
      .join('')
  }

  function run(element: XmlElement): string {
    const drawing = childOf(element, 'w:drawing')
    if (drawing) return pictureTag(drawing, { parts, classOf })
    if (descendantsOf(element, 'w:br').some(({ attributes }) => attributes['w:type'] === 'page'))
      return '<br class="page">'
    const words = escapeXml(textOf(element))
      .replaceAll('\n', '<br>')
      .replaceAll('\t', '<span class="tab"></span>')
    const properties = childOf(element, 'w:rPr')
    const look = [runLook(properties), narrowLook(properties, textOf(element))].filter(Boolean).join(';')
    return look && words ? `<span class="${classOf(look)}">${words}</span>` : words
  }

  function table(element: XmlElement): string {
    const rows = childrenOf(element, 'w:tr').map((row) => {
      const isHead = childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined
      const cells = childrenOf(row, 'w:tc').map((cell) => {
        const span = settingOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')
        const name = isHead ? 'th scope="col"' : 'td'
        return `<${name}${span ? ` colspan="${Number(span)}"` : ''}>${blocks(cell)}</${name.slice(0, 2)}>`
      })
      return { isHead, html: `<tr>${cells.join('')}</tr>` }
    })
    const part = (name: string, isHead: boolean) => {
      const own = rows.filter((row) => row.isHead === isHead).map(({ html }) => html)
      return own.length > 0 ? `<${name}>${own.join('')}</${name}>` : ''
    }
    const borders = childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')
    const isOpen = settingOf(borders, 'w:left') === 'nil'
    return `<table${isOpen ? ' class="open"' : ''}>${columns(element, classOf)}${part('thead', true)}${part('tbody', false)}</table>`
  }
}

function columns(table: XmlElement, classOf: (look: string) => string): string {
  const grid = descendantsOf(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'] ?? 0))
  const all = grid.reduce((sum, width) => sum + width, 0)
  if (!(all > 0)) return ''
  const share = (width: number) => `<col class="${classOf(`width:${((100 * width) / all).toFixed(1)}%`)}">`
  return `<colgroup>${grid.map(share).join('')}</colgroup>`
}

const partOf = (parts: Parts, name: string) => parseXml(new TextDecoder().decode(parts[name]))
const className = (style: string) => `d-${style.replace(/[^\w-]/g, '_')}`
