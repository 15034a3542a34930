import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export interface SourceFile {
  /** Path from the project root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Paths, from the project root, of the project's own files that it imports. */
  readonly imports: readonly string[]
}

const LEFT_OUT = new Set(['node_modules', 'generated', 'fixtures', 'dist', '.data', '.git'])
const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\s*\(?\s*['"](\.[^'"]+)['"]/g

/** Reads every file below the folders that ends in one of the endings, sorted by path. */
export function readSources(
  root: string,
  folders: readonly string[],
  endings: readonly string[],
): SourceFile[] {
  const files: SourceFile[] = []
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name)) visit(full)
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        files.push(readSource(root, full))
      }
    }
  }
  for (const folder of folders) visit(join(root, folder))
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readSource(root: string, full: string): SourceFile {
  const text = readFileSync(full, 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const target = resolve(dirname(full), match[1] ?? match[2] ?? '')
    return relative(root, target).replaceAll('\\', '/')
  })
  return {
    path: relative(root, full).replaceAll('\\', '/'),
    text,
    lines: text.split('\n').length - 1,
    imports,
  }
}

export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) ||
  /\/testing(\.ts$|\/)/.test(path) ||
  path.startsWith('e2e/') ||
  path.startsWith('bench/')
