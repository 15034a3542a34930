import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Register } from '../../src/modules/units/index.ts'
import { annotateFile } from './read-text.ts'

export interface Corpus {
  readonly texts: string
  readonly gold: string
  /** Which reports of the folders belong to it; all when absent. */
  readonly includes?: (name: string) => boolean
  readonly register?: Register
  /** Whether the gold's report date is given to the reader: several excerpts carry no year (guidelines, section 1). */
  readonly isDateGiven: boolean
}

export interface Scores {
  /** The scorer's own table. */
  readonly table: string
  readonly byCategory: Readonly<Record<string, { readonly f: number | null }>>
}

/** Extracts a corpus into a temporary folder and lets the scorer compare it with the gold, as a process of its own. */
export function scoreCorpus(scorer: string, corpus: Corpus, flags: readonly string[] = []): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-bench-'))
  try {
    const [gold, predicted] = [join(folder, 'gold'), join(folder, 'predicted')]
    for (const path of [gold, predicted]) mkdirSync(path)
    for (const file of readdirSync(corpus.gold).filter((name) => name.endsWith('.json'))) {
      const name = basename(file, '.json')
      if (corpus.includes && !corpus.includes(name)) continue
      cpSync(join(corpus.gold, file), join(gold, file))
      const { reportDate } = JSON.parse(readFileSync(join(gold, file), 'utf8'))
      const date = corpus.isDateGiven ? reportDate : undefined
      const annotation = annotateFile(join(corpus.texts, `${name}.txt`), { date, register: corpus.register })
      writeFileSync(join(predicted, file), JSON.stringify(annotation))
    }
    const run = (...more: string[]) => score(scorer, [gold, predicted, ...more])
    return { table: run(...flags), byCategory: JSON.parse(run('--json')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function score(scorer: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`the scorer failed with ${status}: ${stderr}`)
  return stdout
}
