import { escapeXml } from './escape-xml.ts'
import { isElement, type XmlElement, type XmlNode } from './parse-xml.ts'

/** The part again, with its declaration. */
export const writeXml = (root: XmlElement) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${write(root)}`

function write(node: XmlNode): string {
  if (!isElement(node)) return escapeXml(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  const start = `<${node.name}${attributes.join('')}`
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(write).join('')}</${node.name}>`
}
