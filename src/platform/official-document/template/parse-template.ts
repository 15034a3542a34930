import type { XmlElement } from '../xml/parse-xml.ts'
import { isElement, type XmlNode } from '../xml/parse-xml.ts'
import { cloneXml, descendantsOf } from '../xml/walk-xml.ts'
import { separateTags, type Tag, tagOf } from './separate-tags.ts'
import type { TemplateProblem } from './template-problem.ts'

/** A place that a value goes to, in the look of the run that it stood in. */
export interface Slot {
  readonly kind: 'slot'
  readonly tag: Tag
  readonly look: XmlElement | undefined
}

/** What is repeated for each (`#`), shown if there is any (`?`) or if there is none (`^`). */
export interface Loop {
  readonly kind: 'loop'
  readonly tag: Tag
  readonly body: readonly TemplateNode[]
}

export interface Branch {
  readonly kind: 'branch'
  readonly element: XmlElement
  readonly children: readonly TemplateNode[]
}

export type TemplateNode = { readonly kind: 'leaf'; readonly node: XmlNode } | Branch | Slot | Loop

/** The tree of a part with its placeholders understood, and what of them cannot be. */
export function parseTemplate(root: XmlElement): { tree: Branch; problems: TemplateProblem[] } {
  const problems: TemplateProblem[] = []
  for (const paragraph of descendantsOf(root, 'w:p')) problems.push(...separateTags(paragraph))
  return { tree: branchOf(root, problems), problems }
}

function branchOf(element: XmlElement, problems: TemplateProblem[]): Branch {
  return { kind: 'branch', element, children: group(element.children, problems) }
}

/** Children in order; what stands between an opening and its closing becomes a loop. */
function group(nodes: readonly XmlNode[], problems: TemplateProblem[]): TemplateNode[] {
  const open: { tag: Tag; body: TemplateNode[] }[] = []
  const top: TemplateNode[] = []
  const here = () => open.at(-1)?.body ?? top
  for (const node of nodes) {
    const { steers, inside } = steering(node)
    const [first] = steers
    if (steers.length === 1 && first && first.sign !== '/') open.push({ tag: first, body: [] })
    else if (steers.length === 1 && first) {
      const begun = open.pop()
      if (begun && begun.tag.name === first.name)
        here().push({ kind: 'loop', tag: begun.tag, body: begun.body })
      else problems.push(problem(begun ? 'across' : 'unopened', first))
    } else here().push(rowLoop(node, inside) ?? understood(node, problems))
  }
  for (const { tag, body } of open) {
    problems.push(problem('unclosed', tag))
    top.push(...body)
  }
  return top

  function rowLoop(node: XmlNode, tags: readonly Tag[]): Loop | undefined {
    if (!isElement(node) || node.name !== 'w:tr') return undefined
    const across = tags.find((tag) => tag.sign !== '' && tag.sign !== '/' && closesElsewhere(node, tag))
    if (!across) return undefined
    const row = cloneXml(node)
    dropTag(row, across)
    return { kind: 'loop', tag: across, body: [understood(row, problems)] }
  }
}

function understood(node: XmlNode, problems: TemplateProblem[]): TemplateNode {
  if (!isElement(node)) return { kind: 'leaf', node }
  const tag = tagOf(node)
  if (tag) return { kind: 'slot', tag, look: node.children.find(isElement) }
  if (tagsIn(node).length === 0) return { kind: 'leaf', node }
  return branchOf(node, problems)
}

/** A paragraph or a run that holds nothing but one steering tag stands for that tag itself. */
function steering(node: XmlNode): { steers: Tag[]; inside: Tag[] } {
  if (!isElement(node)) return { steers: [], inside: [] }
  const own = tagOf(node)
  if (own) return { steers: own.sign === '' ? [] : [own], inside: [own] }
  const inside = tagsIn(node)
  const isAlone =
    node.name === 'w:p' && inside.length === 1 && inside[0]?.sign !== '' && !inside[0]?.hasCompany
  return { steers: isAlone ? inside : [], inside }
}

const tagsIn = (element: XmlElement): Tag[] =>
  descendantsOf(element, 'qd:tag')
    .map((found) => tagOf(found))
    .filter((tag) => tag !== undefined)

/** Whether an opening in one cell is closed in another cell of its row: then the row is what is repeated. */
function closesElsewhere(row: XmlElement, tag: Tag): boolean {
  const cells = descendantsOf(row, 'w:tc').map(tagsIn)
  const from = cells.findIndex((tags) =>
    tags.some(({ sign, name }) => sign === tag.sign && name === tag.name),
  )
  const to = cells.findIndex((tags) => tags.some(({ sign, name }) => sign === '/' && name === tag.name))
  return from >= 0 && to > from
}

function dropTag(element: XmlElement, tag: Tag): void {
  element.children = element.children.filter((child) => {
    const found = isElement(child) ? tagOf(child) : undefined
    return !found || found.name !== tag.name || (found.sign !== tag.sign && found.sign !== '/')
  })
  for (const child of element.children) if (isElement(child)) dropTag(child, tag)
}

const problem = (kind: TemplateProblem['kind'], { text, near }: Tag): TemplateProblem => ({
  kind,
  tag: text,
  near,
})
