import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** An expression of the product and where it stands. */
export interface FoundExpression {
  at: string
  source: string
  flags: string
}

const ROOT = new URL('../../', import.meta.url)

/** Source files of a folder without tests and what only they use. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(ROOT).length))
    .filter((path) => !/\/(testing|samples|fixtures)(\/|\.ts)/.test(path))
    .sort()
}

interface Node {
  type?: string
  start?: number
  regex?: { pattern: string; flags: string }
}

/** Every regular expression literal, by the syntax tree and not by its looks. */
export function literalsOf(path: string): FoundExpression[] {
  const code = readFileSync(new URL(path, ROOT), 'utf8')
  if (!code.includes('/')) return []
  const found: FoundExpression[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const each of node) walk(each)
      return
    }
    const { regex, start = 0 } = node as Node
    if (regex) {
      const line = code.slice(0, start).split('\n').length
      found.push({ at: `${path}:${line}`, source: regex.pattern, flags: regex.flags })
    }
    for (const each of Object.values(node)) if (typeof each === 'object') walk(each)
  }
  walk(parseSync(path, code).program)
  return found
}

/** The expressions that modules put together while they load: `RegExp` is watched meanwhile. */
export async function builtBy(paths: readonly string[]): Promise<FoundExpression[]> {
  const found: FoundExpression[] = []
  const Original = globalThis.RegExp
  let current = ''
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [pattern, flags], made) {
      const expression = Reflect.construct(target, [pattern, flags], made) as RegExp
      if (current)
        found.push({ at: `${current} (built)`, source: expression.source, flags: expression.flags })
      return expression
    },
  })
  try {
    for (const path of paths) {
      current = path
      // Anew, also where another test has loaded it.
      await import(`${new URL(path, ROOT).href}?built`)
    }
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

/** Files that build expressions; what runs as a program of its own is left out. */
export const buildsExpressions = (path: string): boolean =>
  !/worker\.ts$|main\.ts$/.test(path) && /\bRegExp\(/.test(readFileSync(new URL(path, ROOT), 'utf8'))
