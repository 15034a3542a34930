import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Module } from '../../src/platform/module.ts'
import { isTest, type SourceFile } from './source-tree.ts'

const REQUIRED = ['README.md', 'index.ts', 'module.ts', 'schema.ts']
const BAD_NAMES = /(^|[/-])(utils?|common|shared|misc|helpers?|manager)([/.-]|$)/
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.(env|hrtime)\b|['"]node:(fs|net|http|https|child_process|crypto|worker_threads)|\bfetch\(/
const QUERY = /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/

/** The shape of each module: required files, a door without code, pure rules, SQL in the store only. */
export function anatomyErrors(
  root: string,
  files: readonly SourceFile[],
  modules: readonly Module[],
): string[] {
  const errors: string[] = []
  for (const { name } of modules) {
    for (const required of REQUIRED) {
      if (!existsSync(join(root, 'src/modules', name, required)))
        errors.push(`src/modules/${name}: ${required} is missing`)
    }
  }
  for (const file of files) {
    if (BAD_NAMES.test(file.path))
      errors.push(`${file.path}: the name says nothing; name it after what it does`)
    if (!/^[a-z0-9.\-/]+$/.test(file.path.replace(/README\.md$/, '')))
      errors.push(`${file.path}: names are kebab-case`)
    if (isTest(file.path)) continue
    const inModule = /^src\/modules\/([^/]+)\/(.+)$/.exec(file.path)
    if (!inModule) continue
    const inside = inModule[2] ?? ''
    if (inside === 'index.ts' && hasCode(file.text))
      errors.push(`${file.path}: a door has named re-exports and no code`)
    if (/(^|\/)rules\//.test(inside) && IMPURE.test(file.text)) {
      errors.push(`${file.path}: rules are pure; "${IMPURE.exec(file.text)?.[0]}" reads the world`)
    }
    if (!/^store(\.ts|\/)/.test(inside) && file.path.endsWith('.ts') && QUERY.test(file.text)) {
      errors.push(`${file.path}: SQL belongs to the store; found "${QUERY.exec(file.text)?.[0]}"`)
    }
  }
  return [...errors, ...foreignTables(files, modules)]
}

function hasCode(text: string): boolean {
  const rest = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replace(/export\s+(type\s+)?\{[^}]*\}\s*from\s*'[^']+';?/g, '')
  return rest.trim() !== ''
}

/** Tables named by a module that does not own them. A migration may reference a lower module's key. */
function foreignTables(files: readonly SourceFile[], modules: readonly Module[]): string[] {
  const owner = new Map<string, string>()
  for (const file of files) {
    const name = /^src\/modules\/([^/]+)\/migrations\//.exec(file.path)?.[1]
    if (!name) continue
    for (const match of file.text.matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+)/gi))
      owner.set(match[1] ?? '', name)
  }
  const errors: string[] = []
  const names = new Set(modules.map((module) => module.name))
  for (const file of files) {
    const from = /^src\/modules\/([^/]+)\//.exec(file.path)?.[1]
    if (!from || !names.has(from) || isTest(file.path)) continue
    const isMigration = file.path.includes('/migrations/')
    if (!isMigration && !/\/store(\.ts|\/)/.test(file.path)) continue
    for (const [table, home] of owner) {
      if (home === from) continue
      const pattern = new RegExp(`(references\\s+)?(?<![\\w.])${table.replace('.', '\\.')}(?![\\w-])`, 'gi')
      for (const match of file.text.matchAll(pattern)) {
        if (!(isMigration && match[1])) errors.push(`${file.path}: names ${table}, which belongs to ${home}`)
      }
    }
  }
  return errors
}
