import { invalid } from '../../../kernel/errors.ts'

/** What a scan tells; names without their namespace prefix, attributes as written. */
export interface XmlHandler {
  onOpen(name: string, attributes: string): void
  onClose(name: string): void
  /** Text between tags, in pieces, as written: `unescapeXml` makes it readable. */
  onText(text: string): void
}

/**
 * Walks through XML once, piece by piece as it arrives; no tree, no recursion. A document type declaration, and with
 * it every self-made entity, is refused: Office writes none, and it is how a few lines unfold to gigabytes.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #part: string
  readonly #longest: number
  #pending = ''

  constructor(handler: XmlHandler, { part, longest }: { part: string; longest: number }) {
    this.#handler = handler
    this.#part = part
    this.#longest = longest
  }

  /** @throws `platform.sheet-damaged` on what is no XML of Office, or on a tag or text without an end. */
  write(piece: string): void {
    const xml = this.#pending === '' ? piece : this.#pending + piece
    let at = 0
    while (at < xml.length) {
      const open = xml.indexOf('<', at)
      if (open < 0) break
      if (open > at) this.#handler.onText(xml.slice(at, open))
      const next = this.#scanTag(xml, open)
      if (next < 0) {
        at = open
        break
      }
      at = next
    }
    this.#pending = xml.slice(at)
    if (this.#pending.length > this.#longest) throw damaged(this.#part)
  }

  /** To be called at the end of the part: an unfinished tag means that the file was cut off. */
  end(): void {
    if (this.#pending.trim() !== '') throw damaged(this.#part)
  }

  /** Handles what begins at `open`; the offset behind it, or -1 when its end has not arrived yet. */
  #scanTag(xml: string, open: number): number {
    const mark = xml.charCodeAt(open + 1)
    if (Number.isNaN(mark)) return -1
    if (mark === EXCLAMATION) return this.#scanMarked(xml, open)
    if (mark === QUESTION) return behind(xml, '?>', open)
    const end = endOfTag(xml, open)
    if (end < 0) return -1
    if (mark === SLASH) {
      this.#handler.onClose(localName(xml.slice(open + 2, end).trimEnd()))
      return end + 1
    }
    const isEmpty = xml.charCodeAt(end - 1) === SLASH
    const last = isEmpty ? end - 1 : end
    let nameEnd = open + 1
    while (nameEnd < last && !isSpace(xml.charCodeAt(nameEnd))) nameEnd++
    const name = localName(xml.slice(open + 1, nameEnd))
    this.#handler.onOpen(name, xml.slice(nameEnd, last))
    if (isEmpty) this.#handler.onClose(name)
    return end + 1
  }

  /** A comment, a CDATA section, or a document type, which is refused. */
  #scanMarked(xml: string, open: number): number {
    if (xml.length < open + 9) return -1
    if (xml.startsWith('<!--', open)) return behind(xml, '-->', open)
    if (!xml.startsWith('<![CDATA[', open)) throw damaged(`${this.#part} <!DOCTYPE>`)
    const end = behind(xml, ']]>', open)
    if (end >= 0) this.#handler.onText(xml.slice(open + 9, end - 3).replaceAll('&', '&amp;'))
    return end
  }
}

/** The value of an attribute in a tag's text, or undefined. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const mark = `${name}=${quote}`
    let at = attributes.indexOf(mark)
    while (at > 0 && !isSpace(attributes.charCodeAt(at - 1))) at = attributes.indexOf(mark, at + 1)
    if (at <= 0) continue
    const from = at + mark.length
    const to = attributes.indexOf(quote, from)
    return unescapeXml(attributes.slice(from, to < 0 ? undefined : to))
  }
  return undefined
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

const EXCLAMATION = 0x21
const QUESTION = 0x3f
const SLASH = 0x2f
const QUOTE = 0x22
const APOSTROPHE = 0x27

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const localName = (name: string) => name.slice(name.indexOf(':') + 1)
const damaged = (part: string) => invalid('platform.sheet-damaged', { part })

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** The closing `>`: one inside an attribute's value (a number format `[>=100]`) is passed over. */
function endOfTag(xml: string, open: number): number {
  let end = xml.indexOf('>', open)
  while (end >= 0 && isInsideValue(xml, open, end)) end = xml.indexOf('>', end + 1)
  return end
}

/** A tag ends behind the quote of its last attribute, or has none. */
function isInsideValue(xml: string, open: number, end: number): boolean {
  let last = end - 1
  while (xml.charCodeAt(last) === SLASH || isSpace(xml.charCodeAt(last))) last--
  const code = xml.charCodeAt(last)
  return code !== QUOTE && code !== APOSTROPHE && xml.slice(open, end).includes('=')
}
