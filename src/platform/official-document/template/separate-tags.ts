import { isElement, type XmlElement } from '../xml/parse-xml.ts'
import { childOf, cloneXml } from '../xml/walk-xml.ts'
import type { TemplateProblem } from './template-problem.ts'

export interface Tag {
  /** `#` for each, `?` if any, `^` if none, `/` the end of these; nothing: the value itself. */
  readonly sign: string
  readonly name: string
  /** As written. */
  readonly text: string
  /** The paragraph that it stands in, shortened. */
  readonly near: string
  /** Whether anything else stands in that paragraph. */
  readonly hasCompany: boolean
}

/** Full-width braces and spaces are what a Chinese keyboard gives; they mean the same. */
const TAG = /[{｛]{2}\s*([#?^/？＃／]?)\s*([^{}｛｝]*?)\s*[}｝]{2}/g
const BRACES = /[{｛]{2}|[}｝]{2}/
const SIGNS: Readonly<Record<string, string>> = { '？': '?', '＃': '#', '／': '/' }

interface Piece {
  readonly words: XmlElement
  readonly from: number
  readonly text: string
}

/**
 * Puts every placeholder of a paragraph into an element of its own, `qd:tag`, in the look of the run where it begins:
 * Word tears what was typed into runs as it likes. Returns what is begun and not ended.
 */
export function separateTags(paragraph: XmlElement): TemplateProblem[] {
  const pieces = piecesOf(paragraph)
  const whole = pieces.map(({ text }) => text).join('')
  const matches = [...whole.matchAll(TAG)]
  const rest = whole.replace(TAG, '')
  const near = whole.length > 40 ? `${whole.slice(0, 40)}…` : whole
  for (const match of matches) gather(pieces, match.index, match.index + match[0].length)
  if (matches.length > 0) split(paragraph, { near, hasCompany: matches.length > 1 || rest.trim() !== '' })
  return BRACES.test(rest) ? [{ kind: 'unfinished', tag: BRACES.exec(rest)?.[0] ?? '', near }] : []
}

/** The texts of a paragraph in order, without those of a text box inside it. */
function piecesOf(paragraph: XmlElement): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (!isElement(child) || child.name === 'w:p' || child.name === 'w:txbxContent') continue
      if (child.name !== 'w:t') visit(child)
      else {
        const text = child.children.filter((node) => !isElement(node)).join('')
        pieces.push({ words: child, from, text })
        from += text.length
      }
    }
  }
  visit(paragraph)
  return pieces
}

/** Moves all of a tag into the piece that it begins in. Positions are those of the text as it was. */
function gather(pieces: readonly Piece[], start: number, end: number): void {
  const touched = pieces.filter(({ from, text }) => from < end && from + text.length > start)
  const [first, ...others] = touched
  if (!first || others.length === 0) return
  first.words.children = [
    textNow(first) + others.map((piece) => piece.text.slice(0, end - piece.from)).join(''),
  ]
  for (const other of others) {
    const cut = Math.min(other.text.length, end - other.from)
    // What was cut before by an earlier tag is gone already: only the head can be.
    other.words.children = [
      textNow(other).slice(Math.max(0, cut - (other.text.length - textNow(other).length))),
    ]
  }
}

const textNow = ({ words }: Piece) => words.children.filter((node) => !isElement(node)).join('')

function split(element: XmlElement, about: Pick<Tag, 'near' | 'hasCompany'>): void {
  element.children = element.children.flatMap((child) => {
    if (!isElement(child) || child.name === 'w:p' || child.name === 'w:txbxContent') return [child]
    if (child.name !== 'w:r') {
      split(child, about)
      return [child]
    }
    return splitRun(child, about)
  })
}

function splitRun(run: XmlElement, about: Pick<Tag, 'near' | 'hasCompany'>): XmlElement[] {
  const look = childOf(run, 'w:rPr')
  const with_ = (children: XmlElement['children']): XmlElement => ({
    name: 'w:r',
    attributes: run.attributes,
    children: look ? [cloneXml(look), ...children] : children,
  })
  const words = run.children.filter((child) => child !== look)
  if (
    !words.some(
      (child) => isElement(child) && child.name === 'w:t' && TAG_ONCE.test(String(child.children[0] ?? '')),
    )
  )
    return [run]
  return words.flatMap((child) => {
    if (!isElement(child) || child.name !== 'w:t') return [with_([child])]
    const text = child.children.filter((node) => !isElement(node)).join('')
    const parts: XmlElement[] = []
    let at = 0
    const plain = (end: number) => {
      if (end > at)
        parts.push(
          with_([{ name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text.slice(at, end)] }]),
        )
    }
    for (const match of text.matchAll(TAG)) {
      plain(match.index)
      at = match.index + match[0].length
      const [tag, sign = '', name = ''] = match
      const attributes = {
        sign: SIGNS[sign] ?? sign,
        name,
        text: tag,
        near: about.near,
        company: about.hasCompany ? '1' : '',
      }
      parts.push({ name: 'qd:tag', attributes, children: look ? [cloneXml(look)] : [] })
    }
    plain(text.length)
    return parts
  })
}

const TAG_ONCE = new RegExp(TAG.source)

/** The placeholder that an element stands for. */
export function tagOf(element: XmlElement): Tag | undefined {
  if (element.name !== 'qd:tag') return undefined
  const { sign = '', name = '', text = '', near = '', company } = element.attributes
  return { sign, name, text, near, hasCompany: company === '1' }
}
