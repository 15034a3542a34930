import { invalid } from '../../../kernel/errors.ts'
import { type Field, findField, insideOf, type Scope, SOURCES } from './fields.ts'
import type { Template } from './open-template.ts'
import type { TemplateNode } from './parse-template.ts'
import type { TemplateProblem } from './template-problem.ts'

export interface TemplateFault {
  readonly kind: TemplateProblem['kind'] | 'unknown' | 'not-a-list' | 'is-a-list' | 'missing'
  /** The placeholder, as written in the template, or as it should be. */
  readonly tag: string
  /** The paragraph that it stands in. */
  readonly near: string
}

/** What of a template cannot be filled: placeholders nobody knows, loops that do not close, what must be there and is not. */
export function templateFaults(template: Template, fields: readonly Field[]): TemplateFault[] {
  const faults: TemplateFault[] = [...template.problems]
  const used = new Set<Field>()
  for (const tree of template.trees.values())
    look(tree.children, [{ fields: [...fields, SOURCES], values: null }])
  // What is missing may stand inside what is broken: it is told when nothing else is.
  return template.problems.length > 0 ? faults : [...faults, ...missing(fields, used)]

  function look(nodes: readonly TemplateNode[], scopes: readonly Scope[]): void {
    for (const node of nodes) {
      if (node.kind === 'leaf') continue
      if (node.kind === 'branch') {
        look(node.children, scopes)
        continue
      }
      const { tag } = node
      const field = findField(scopes, tag.name)?.field
      const fault = (kind: TemplateFault['kind']) => faults.push({ kind, tag: tag.text, near: tag.near })
      if (!field) fault('unknown')
      else used.add(field)
      if (node.kind === 'slot') {
        if (field?.kind === 'list') fault('is-a-list')
        continue
      }
      const isEach = tag.sign === '#'
      if (isEach && field && field.kind !== 'list') fault('not-a-list')
      look(
        node.body,
        isEach && field?.kind === 'list' ? [...scopes, { fields: insideOf(field), values: null }] : scopes,
      )
    }
  }
}

function missing(fields: readonly Field[], used: ReadonlySet<Field>): TemplateFault[] {
  return fields.flatMap((field): TemplateFault[] => {
    if (used.has(field)) return missing(field.fields ?? [], used)
    const mark = field.kind === 'list' ? '#' : ''
    return field.isRequired ? [{ kind: 'missing', tag: `{{${mark}${field.name}}}`, near: '' }] : []
  })
}

/** @throws `platform.template-…` for the first fault, with all of them in `details.faults` */
export function requireSound(template: Template, fields: readonly Field[]): void {
  const faults = templateFaults(template, fields)
  const [first] = faults
  if (first)
    throw invalid(`platform.template-${first.kind}`, {
      tag: first.tag,
      near: first.near,
      count: faults.length,
      faults,
    })
}
