/** An element of a tree of XML that can be changed. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

export const isElement = (node: XmlNode | undefined): node is XmlElement => typeof node === 'object'

/** An attribute may hold a bracket (XML 1.0, 2.3): the end of a tag is the first one outside quotes. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>!?"'=<]+)((?:[^>"'<]|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)|(<)/g
const ATTRIBUTE = /(?<![^\s="'])([^\s="'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const MOST_DEPTH = 200

/**
 * Reads a part of an Office file. Document types are refused, so nothing is ever expanded or fetched.
 * @throws RangeError when the text is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  for (const [, cdata, isEnd, name, rest = '', isEmpty, words, stray] of text.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? top
    if (stray !== undefined) throw new RangeError('a document type or a stray bracket')
    else if (cdata !== undefined) parent.children.push(cdata)
    else if (words !== undefined) parent.children.push(unescapeXml(words))
    else if (name === undefined) continue
    else if (isEnd) {
      if (open.pop()?.name !== name) throw new RangeError(`"${name}" ends what did not begin`)
    } else {
      const element: XmlElement = { name, attributes: attributesOf(rest), children: [] }
      parent.children.push(element)
      if (!isEmpty) open.push(element)
      if (open.length > MOST_DEPTH) throw new RangeError('elements too deep')
    }
  }
  const root = top.children.find(isElement)
  if (open.length !== 1 || !root) throw new RangeError('elements that do not end')
  return root
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE))
    found[name] = unescapeXml(double ?? single ?? '')
  return found
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeXml = (text: string) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
