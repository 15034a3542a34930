import type { Module } from '../../src/platform/module.ts'
import { isTest, type SourceFile } from './source-tree.ts'

const RANK = { foundation: 0, records: 1, judgement: 2 } as const

/** The place that a file belongs to: `kernel`, `platform`, a module's name, `apps`, or another top folder. */
export function placeOf(path: string): string {
  const parts = path.split('/')
  if (parts[0] !== 'src') return parts[0] ?? ''
  return parts[1] === 'modules' ? (parts[2] ?? '') : (parts[1] ?? '')
}

/** Imports that point up, sideways, past a door, or are not declared; and declarations that nothing uses. */
export function edgeErrors(files: readonly SourceFile[], modules: readonly Module[]): string[] {
  const byName = new Map(modules.map((module) => [module.name, module]))
  const errors: string[] = []
  const used = new Map<string, Set<string>>(modules.map((module) => [module.name, new Set()]))
  for (const file of files) {
    const from = placeOf(file.path)
    for (const target of file.imports) {
      const to = placeOf(target)
      if (from === to) continue
      const wrong = judgeEdge(file.path, target, byName)
      if (wrong) errors.push(`${file.path}: imports ${target}: ${wrong}`)
      if (byName.has(from) && byName.has(to) && !isTest(file.path)) used.get(from)?.add(to)
    }
  }
  for (const module of modules) {
    for (const name of module.dependsOn) {
      if (!byName.has(name)) errors.push(`${module.name}: depends on "${name}", which is no module`)
      else if (!used.get(module.name)?.has(name) && !referencesTables(files, module.name, name)) {
        errors.push(`${module.name}: declares that it depends on "${name}" but nothing in it does; remove it`)
      }
    }
  }
  return errors
}

/** A foreign key to a lower module's table is a dependency too. */
function referencesTables(files: readonly SourceFile[], from: string, to: string): boolean {
  const pattern = new RegExp(`references\\s+${to}\\.`, 'i')
  return files.some((f) => f.path.startsWith(`src/modules/${from}/migrations/`) && pattern.test(f.text))
}

function judgeEdge(path: string, target: string, modules: ReadonlyMap<string, Module>): string | undefined {
  const [from, to] = [placeOf(path), placeOf(target)]
  if (from === 'apps' || !path.startsWith('src/')) return doorError(path, target, modules)
  if (to === 'apps' || !target.startsWith('src/')) {
    return isTest(path) || target.endsWith('package.json')
      ? undefined
      : 'nothing in src depends on apps or on what lies outside src'
  }
  if (from === 'kernel') return 'the kernel depends on nothing'
  if (from === 'platform')
    return to === 'kernel' || isTest(path) ? undefined : 'platform depends on the kernel only'
  if (to === 'kernel' || to === 'platform') return undefined
  const [source, sink] = [modules.get(from), modules.get(to)]
  if (!source || !sink) return 'neither end may be a folder without module.ts'
  if (isTest(path)) return doorError(path, target, modules)
  if (RANK[sink.layer] >= RANK[source.layer])
    return `layers point strictly down (${source.layer} may not import ${sink.layer})`
  if (!source.dependsOn.includes(to)) return `declare "${to}" in dependsOn of ${from}/module.ts`
  return doorError(path, target, modules)
}

/** Past `index.ts` of a module; apps may also read `module.ts`, tests `testing.ts`, screens its pure rules and schemas. */
function doorError(path: string, target: string, modules: ReadonlyMap<string, Module>): string | undefined {
  const name = placeOf(target)
  if (!modules.has(name) || placeOf(path) === name) return undefined
  const inside = target.slice(`src/modules/${name}/`.length)
  if (inside === 'index.ts') return undefined
  if (inside === 'module.ts' && placeOf(path) === 'apps') return undefined
  if (placeOf(path) === 'web' && (inside.startsWith('rules/') || inside === 'schema.ts')) return undefined
  if (isTest(path) && (inside === 'testing.ts' || inside === 'module.ts')) return undefined
  return `the only door of a module is its index.ts`
}

/** Cycles among the files of one place, each as the loop of paths; type-only imports count too. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const state = new Map<string, 'open' | 'done'>()
  const loops: string[] = []
  const walk = (path: string, trail: string[]): void => {
    state.set(path, 'open')
    for (const next of byPath.get(path)?.imports ?? []) {
      if (state.get(next) === 'open') loops.push([...trail.slice(trail.indexOf(next)), next].join(' → '))
      else if (byPath.has(next) && !state.has(next)) walk(next, [...trail, next])
    }
    state.set(path, 'done')
  }
  for (const file of files) if (!state.has(file.path)) walk(file.path, [file.path])
  return loops.map((loop) => `import cycle: ${loop}`)
}
