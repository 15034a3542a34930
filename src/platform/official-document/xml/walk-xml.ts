import { isElement, type XmlElement, type XmlNode } from './parse-xml.ts'

/** The children of this name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => isElement(child) && child.name === name)

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)

/** The value of a child that says one thing: `<w:jc w:val="center"/>`. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const child = childOf(element, name)
  return child && (child.attributes['w:val'] ?? 'true')
}

/** All elements below that have this name, in order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return []
    const below = descendantsOf(child, name)
    return child.name === name ? [child, ...below] : below
  })
}

export const cloneXml = <T extends XmlNode>(node: T): T =>
  (isElement(node)
    ? { name: node.name, attributes: { ...node.attributes }, children: node.children.map(cloneXml) }
    : node) as T

/** What a paragraph, a cell or a run says. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return element.name === 'w:t' ? child : ''
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
      return child.name === 'w:tab' ? '\t' : textOf(child)
    })
    .join('')
}
