import { invalid } from '../../../../kernel/errors.ts'

/** What a scan tells, tag names without their namespace prefix. */
export interface XmlHandler {
  onOpen(name: string, attributes: string, selfClosing: boolean): void
  onClose(name: string): void
  onText(text: string): void
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Walks through XML from left to right once; no tree, no recursion, so depth costs nothing. A document type
 * declaration, and with it every self-made entity, is refused (`reports.damaged-file`): Office writes none, and
 * it is how a few lines unfold to gigabytes.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open !== at) handler.onText(unescapeXml(xml.slice(at, open < 0 ? xml.length : open)))
    if (open < 0) return
    at = scanTag(xml, open, handler)
  }
}

/** Handles what begins at `open` and returns the offset behind it. */
function scanTag(xml: string, open: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', open)) return endOf(xml, '-->', open)
  if (xml.startsWith('<![CDATA[', open)) {
    const end = endOf(xml, ']]>', open)
    handler.onText(xml.slice(open + 9, end - 3))
    return end
  }
  if (xml.startsWith('<!', open)) throw invalid('reports.damaged-file', { part: '<!DOCTYPE>' })
  if (xml.startsWith('<?', open)) return endOf(xml, '?>', open)
  const end = endOf(xml, '>', open)
  if (xml[open + 1] === '/') {
    handler.onClose(localName(xml.slice(open + 2, end - 1).trim()))
    return end
  }
  const selfClosing = xml[end - 2] === '/'
  const inner = xml.slice(open + 1, selfClosing ? end - 2 : end - 1)
  const space = inner.search(/\s/)
  const name = space < 0 ? inner : inner.slice(0, space)
  handler.onOpen(localName(name), space < 0 ? '' : inner.slice(space), selfClosing)
  return end
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found < 0) throw invalid('reports.damaged-file', { part: 'xml' })
  return found + mark.length
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body] ?? whole
    const code =
      body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
