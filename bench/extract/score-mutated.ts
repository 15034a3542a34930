import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutateReport } from './mutate-report.ts'
import { type Scores, scoreCorpus } from './score-corpus.ts'

const SEEDS = [1, 2, 3, 4, 5]

/** Scores five mutated copies of every report (other units, persons, city, numbers, places, line width), without a register. */
export function scoreMutated(scorer: string, texts: string, gold: string): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-mutated-'))
  try {
    for (const part of ['texts', 'gold']) mkdirSync(join(folder, part))
    for (const file of readdirSync(gold).filter((name) => name.endsWith('.json'))) {
      const name = file.slice(0, -'.json'.length)
      const text = readFileSync(join(texts, `${name}.txt`), 'utf8')
      for (const seed of SEEDS) {
        const mutated = mutateReport(text, JSON.parse(readFileSync(join(gold, file), 'utf8')), seed)
        writeFileSync(join(folder, 'texts', `${name}-${seed}.txt`), mutated.text)
        writeFileSync(join(folder, 'gold', `${name}-${seed}.json`), JSON.stringify(mutated.gold))
      }
    }
    return scoreCorpus(scorer, {
      texts: join(folder, 'texts'),
      gold: join(folder, 'gold'),
      isDateGiven: true,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
