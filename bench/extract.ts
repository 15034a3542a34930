import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPack } from '../src/modules/units/index.ts'
import { compareWithGoals, summarise } from './extract/compare-with-goals.ts'
import { measureSpeed } from './extract/measure-speed.ts'
import { type Corpus, scoreCorpus } from './extract/score-corpus.ts'
import { scoreMutated } from './extract/score-mutated.ts'
import { targetsTable } from './extract/targets-table.ts'

/** Prints what the reading of reports reaches: scores by category, speed, and targets against results. */
const shared = fileURLToPath(new URL('../../shared/reports/', import.meta.url))
const heldOut = fileURLToPath(new URL('../src/modules/reports/fixtures/held-out/', import.meta.url))
const scorer = `${shared}score.mjs`
const verbose = process.argv.includes('--verbose') ? ['--verbose'] : []
const { register } = readPack('shanghai')

const say = (...lines: string[]) => console.log(lines.join('\n'))

if (!existsSync(scorer)) {
  say(`skipped: ${scorer} is not there, so nothing can be scored`)
} else {
  const meetings: Corpus = { texts: `${shared}meetings`, gold: `${shared}gold`, register, isDateGiven: true }
  const scores = scoreCorpus(scorer, meetings, ['--per-file', ...verbose])
  say('# Meetings, with the register of Shanghai and the report dates given', '', scores.table)
  say('## Goals', '', ...compareWithGoals(scores), '')
  say('without the report dates:', summarise(scoreCorpus(scorer, { ...meetings, isDateGiven: false })))
  say('without a register:', summarise(scoreCorpus(scorer, { ...meetings, register: undefined })))
  say('with other units, persons, numbers, places and line widths, five copies of each:')
  say(summarise(scoreMutated(scorer, meetings.texts, meetings.gold)), '')

  const own = { texts: heldOut, gold: heldOut, isDateGiven: true }
  const open = scoreCorpus(scorer, { ...own, includes: (name) => name.endsWith('-a') }, [
    '--per-file',
    ...verbose,
  ])
  const blind = scoreCorpus(scorer, { ...own, includes: (name) => name.endsWith('-b') })
  say(
    '# Held out, our own texts of other kinds, no register',
    '',
    '## Those that may be read (-a)',
    '',
    open.table,
  )
  say('## The blind ones (-b)', '', blind.table)
}

if (!existsSync(`${shared}work-reports`)) {
  say(`skipped: ${shared}work-reports is not there, so neither speed nor targets`)
} else {
  say('# Speed', '', measureSpeed(`${shared}work-reports`), '')
  say('# Targets and results of the work reports', '', targetsTable(`${shared}work-reports`))
}
