/** PostgreSQL's syntax tree as its parser gives it: an object with one key, the kind of node. */
export type Syntax = { readonly [kind: string]: unknown }

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The content of a node of one kind, undefined when the node is of another. */
export function as(kind: string, node: unknown): Syntax | undefined {
  const content = isSyntax(node) ? node[kind] : undefined
  return isSyntax(content) ? content : undefined
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The names in a list of `String` nodes, as they stand in column references and function calls. */
export const namesIn = (value: unknown): string[] =>
  listOf(value).flatMap((node) => {
    const name = as('String', node)?.sval
    return typeof name === 'string' ? [name] : []
  })

/** Calls `see` for each node below; where it answers true, nothing further down is looked at. */
export function walk(value: unknown, see: (kind: string, content: Syntax) => boolean): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, see)
    return
  }
  if (!isSyntax(value)) return
  for (const [kind, content] of Object.entries(value)) {
    if (isSyntax(content) && /^[A-Z]/.test(kind) && see(kind, content)) continue
    walk(content, see)
  }
}
