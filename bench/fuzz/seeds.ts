import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ApiCase } from './api-cases.ts'
import type { ImportCase } from './import-cases.ts'
import type { Fault } from './tally.ts'

const FOLDER = new URL('./seeds/', import.meta.url)

export interface Kept {
  part: string
  what: string
  case: unknown
}

/** The cases that once made something go wrong, and are sent again in every run. */
export function readKept(): Kept[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Kept)
}

export const keptApi = (all: readonly Kept[]) => casesOf<ApiCase>(all, 'api')
export const keptImports = (all: readonly Kept[]) => casesOf<ImportCase>(all, 'importers')
export const keptFiles = (all: readonly Kept[]) =>
  ['documents', 'sheets', 'extractor'].flatMap((part) => casesOf<{ kind: string; base64: string }>(all, part))

const casesOf = <T>(all: readonly Kept[], part: string) =>
  all.filter((each) => each.part === part).map((each) => each.case as T)

/** Writes one file for each kind of fault; the same case gives the same name. */
export function keep(faults: readonly Fault[]): string[] {
  mkdirSync(FOLDER, { recursive: true })
  const kinds = new Map(faults.filter(({ kept }) => kept).map((fault) => [kindOf(fault), fault]))
  return [...kinds.values()].map(({ part, what, kept }) => {
    const content = JSON.stringify({ part, what: what.split('\n')[0]!.slice(0, 300), case: kept }, null, 2)
    const name = `${part}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.json`
    writeFileSync(new URL(name, FOLDER), `${content}\n`)
    return name
  })
}

/** What went wrong without where: the same fault of a hundred cases is kept once. */
export function kindOf({ part, what }: Fault): string {
  const inside = /"message":"((?:[^"\\]|\\.){0,90})/.exec(what)?.[1]
  return `${part} ${inside ?? what.replace(/^\S+ \S+ as \S+/, '').slice(0, 160)}`.replace(
    /[0-9a-f-]{36}|\d+/g,
    '#',
  )
}
