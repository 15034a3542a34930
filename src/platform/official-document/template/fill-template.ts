import { strToU8 } from 'fflate'
import { runXml } from '../docx/block-xml.ts'
import { finishBody } from '../docx/finish-body.ts'
import { coreProperties } from '../docx/fixed-parts.ts'
import { packDocx } from '../docx/pack-docx.ts'
import { type Draw, pictureList } from '../docx/picture-list.ts'
import { type NumberedSource, sourceList } from '../docx/source-list.ts'
import { styleRoles } from '../docx/style-roles.ts'
import type { Chart, Words } from '../model.ts'
import { isElement, parseXml, type XmlElement, type XmlNode } from '../xml/parse-xml.ts'
import { cloneXml } from '../xml/walk-xml.ts'
import { writeXml } from '../xml/write-xml.ts'
import {
  type Field,
  type FieldValue,
  type FieldValues,
  findField,
  insideOf,
  type Scope,
  SOURCES,
} from './fields.ts'
import { MAIN_PART, type Template } from './open-template.ts'
import type { Loop, Slot, TemplateNode } from './parse-template.ts'

export interface Filling {
  readonly fields: readonly Field[]
  readonly values: FieldValues
  /** The document's title among its properties. */
  readonly title: string
  readonly draw: Draw
}

type ValueScope = Scope<FieldValues>

/** The template with its values: a document of its own, and what its figures rest on. */
export function fillTemplate(
  template: Template,
  filling: Filling,
): { docx: Uint8Array; sources: readonly NumberedSource[] } {
  const sources = sourceList()
  const pictures = pictureList(filling.draw)
  const parts = { ...template.parts, 'docProps/core.xml': strToU8(coreProperties(filling.title)) }
  const scope: ValueScope = {
    fields: [...filling.fields, SOURCES],
    // Read when a template comes to it: by then its figures have been numbered.
    values: Object.defineProperty({ ...filling.values }, SOURCES.key, { get: listed }),
  }
  for (const [name, tree] of template.trees) {
    const root: XmlElement = { ...tree.element, children: fill(tree.children, [scope], false) }
    if (name === MAIN_PART) finishBody(root, styleRoles(template.parts['word/styles.xml']))
    parts[name as keyof typeof parts] = strToU8(writeXml(root))
  }
  return { docx: packDocx(parts, pictures, sources.sources), sources: sources.sources }

  function fill(nodes: readonly TemplateNode[], scopes: readonly ValueScope[], isCopy: boolean): XmlNode[] {
    return nodes.flatMap((node): XmlNode[] => {
      if (node.kind === 'slot') return slot(node, scopes)
      if (node.kind === 'loop') return loop(node, scopes)
      if (node.kind === 'leaf')
        return isCopy && isBookmark(node.node) ? [] : [isCopy ? copy(node.node) : node.node]
      const { name, attributes } = node.element
      return [
        {
          name,
          attributes: isCopy ? withoutIds(attributes) : attributes,
          children: fill(node.children, scopes, isCopy),
        },
      ]
    })
  }

  function listed(): FieldValues[] {
    return sources.sources.map(({ number, text, label }) => ({ number, figure: text, label }))
  }

  function slot({ tag, look }: Slot, scopes: readonly ValueScope[]): XmlNode[] {
    const value = valueAt(scopes, tag.name)
    if (value === null || value === undefined) return []
    if (isChart(value)) return elementsOf(pictures.runXml(value))
    const runs = typeof value === 'object' ? (value as Exclude<Words, string>) : [{ text: String(value) }]
    const style = look ? writeXml(look).slice(XML_HEAD) : ''
    return elementsOf(runs.map((run) => runXml(run, sources, style)).join(''))
  }

  function loop({ tag, body }: Loop, scopes: readonly ValueScope[]): XmlNode[] {
    const value = valueAt(scopes, tag.name)
    const isThere = Array.isArray(value)
      ? value.length > 0
      : value !== null && value !== undefined && value !== '' && value !== 0
    if (tag.sign === '?') return isThere ? fill(body, scopes, true) : []
    if (tag.sign === '^') return isThere ? [] : fill(body, scopes, true)
    const field = findField(scopes, tag.name)?.field
    if (!field || !Array.isArray(value)) return []
    const inside = insideOf(field)
    return (value as readonly FieldValues[]).flatMap((values, index) =>
      fill(body, [...scopes, { fields: inside, values: { number: index + 1, ...values } }], true),
    )
  }
}

function valueAt(scopes: readonly ValueScope[], name: string): FieldValue {
  const found = findField(scopes, name)
  return found?.scope.values[found.field.key]
}

const isChart = (value: FieldValue): value is Chart =>
  typeof value === 'object' && value !== null && 'categories' in value

const elementsOf = (xml: string): XmlNode[] => parseXml(`<x>${xml}</x>`).children
const XML_HEAD = writeXml({ name: 'x', attributes: {}, children: [] }).indexOf('<x/>')

const isBookmark = (node: XmlNode) => isElement(node) && /^w:bookmark(Start|End)$/.test(node.name)

/** A copy must not carry the identity of what it was copied from. */
function copy(node: XmlNode): XmlNode {
  const cloned = cloneXml(node)
  const visit = (element: XmlElement) => {
    delete element.attributes['w14:paraId']
    delete element.attributes['w14:textId']
    element.children = element.children.filter((child) => !isBookmark(child))
    for (const child of element.children) if (isElement(child)) visit(child)
  }
  if (isElement(cloned)) visit(cloned)
  return cloned
}

function withoutIds(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { 'w14:paraId': _paragraph, 'w14:textId': _text, ...others } = attributes
  return others
}
