interface Declared {
  readonly name: string
  readonly dependsOn: readonly string[]
}

/** Every module after those that it depends on, otherwise as listed. @throws Error on an unknown name or a cycle. */
export function inDependencyOrder<T extends Declared>(modules: readonly T[]): T[] {
  const byName = new Map(modules.map((module) => [module.name, module]))
  const ordered = new Set<T>()

  function visit(module: T, path: readonly string[]): void {
    if (path.includes(module.name)) throw new Error(`Modules depend in a circle: ${path.join(' → ')}`)
    if (ordered.has(module)) return
    for (const name of module.dependsOn) {
      const needed = byName.get(name)
      if (!needed) throw new Error(`Module "${module.name}" depends on "${name}", which is not listed`)
      visit(needed, [...path, module.name])
    }
    ordered.add(module)
  }

  for (const module of modules) visit(module, [])
  return [...ordered]
}
