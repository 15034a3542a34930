import { isElement, type XmlElement, type XmlNode } from '../xml/parse-xml.ts'
import { childOf, childrenOf, descendantsOf, settingOf, textOf } from '../xml/walk-xml.ts'
import { block } from './measures.ts'
import { titleLines } from './title-lines.ts'

const ISSUER_POINTS = 58
const TITLE_POINTS = 22

/**
 * What depends on the words themselves and no style can say: an issuer's name on one line, a title in lines of one length
 * (7.3.1), the end of the text on one page with its signature (7.3.5.4).
 */
export function finishBody(body: XmlElement, roleOf: (id: string | undefined) => string | undefined): void {
  const paragraphs = descendantsOf(body, 'w:p')
  paragraphs.forEach((paragraph, index) => {
    const style = roleOf(styleOf(paragraph))
    const text = textOf(paragraph)
    if (text.includes('{{')) return
    if (style === 'QdIssuer') narrow(paragraph, text)
    if (style === 'QdTitle') balance(paragraph, text)
    const previous = paragraphs[index - 1]
    if (style === 'QdGap' && previous) keepWithNext(previous)
  })
  for (const cell of descendantsOf(body, 'w:tc')) endWithParagraph(cell)
  const text = body.name === 'w:body' ? body : childOf(body, 'w:body')
  if (text) partTables(text)
}

const styleOf = (paragraph: XmlElement) => settingOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')

/** A red head is set narrower, never in two lines; offices narrow it the same way. */
function narrow(paragraph: XmlElement, text: string): void {
  const percent = Math.floor(((block.width / 20 / ISSUER_POINTS) * 100) / Math.max(1, text.length))
  if (percent >= 100) return
  for (const run of childrenOf(paragraph, 'w:r')) {
    let look = childOf(run, 'w:rPr')
    if (!look) {
      look = element('w:rPr')
      run.children.unshift(look)
    }
    insert(look, element('w:w', { 'w:val': String(Math.max(33, percent)) }), AFTER_WIDTH)
  }
}

/** Words stay whole, lines are of about one length. */
function balance(paragraph: XmlElement, text: string): void {
  const lines = titleLines(text, Math.floor(block.width / 20 / TITLE_POINTS))
  const [run] = childrenOf(paragraph, 'w:r')
  const isPlain = paragraph.children.every((child) => isElement(child) && /^w:(pPr|r)$/.test(child.name))
  if (lines.length < 2 || !run || !isPlain) return
  const words = lines.map((line) => element('w:t', { 'xml:space': 'preserve' }, [line]))
  const children = [
    ...childrenOf(run, 'w:rPr'),
    ...words.flatMap((word, index) => (index === 0 ? [word] : [element('w:br'), word])),
  ]
  paragraph.children = [...childrenOf(paragraph, 'w:pPr'), { ...run, children }]
}

function keepWithNext(paragraph: XmlElement): void {
  insert(propertiesOf(paragraph), element('w:keepNext'), AFTER_KEEP)
}

function propertiesOf(paragraph: XmlElement): XmlElement {
  const found = childOf(paragraph, 'w:pPr')
  if (found) return found
  const made = element('w:pPr')
  paragraph.children.unshift(made)
  return made
}

/** Word joins tables that touch, and wants a paragraph behind the last one. */
function partTables(body: XmlElement): void {
  const blocks = body.children.filter(isElement)
  body.children = blocks.flatMap((block, index) =>
    block.name === 'w:tbl' && blocks[index + 1]?.name !== 'w:p' ? [block, emptyParagraph()] : [block],
  )
}

const emptyParagraph = () =>
  element('w:p', {}, [element('w:pPr', {}, [element('w:pStyle', { 'w:val': 'QdMark' })])])

function endWithParagraph(cell: XmlElement): void {
  const last = cell.children.filter(isElement).at(-1)
  if (last?.name !== 'w:p') cell.children.push(element('w:p'))
}

/** What stands behind the element in the schema's order (ECMA-376 part 1, 17.3). */
const AFTER_WIDTH =
  /^w:(kern|position|sz|szCs|highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)$/
const AFTER_KEEP = /^w:(?!pStyle$)/

function insert(parent: XmlElement, child: XmlElement, after: RegExp): void {
  parent.children = parent.children.filter((each) => !isElement(each) || each.name !== child.name)
  const at = parent.children.findIndex((each) => isElement(each) && after.test(each.name))
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child)
}

const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement => ({ name, attributes, children })
