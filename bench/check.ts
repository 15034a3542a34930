import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readReport } from '../src/modules/reports/index.ts'
import { checkFigures } from '../src/modules/reviews/index.ts'
import { readPack } from '../src/modules/units/index.ts'
import { seededErrors } from './check/seeded-errors.ts'

/** Prints what the figure check finds in the real texts, and how many seeded errors of our own sentences it finds. */
const shared = fileURLToPath(new URL('../../shared/reports/', import.meta.url))
const { register } = readPack('shanghai')

for (const folder of ['meetings', 'work-reports']) {
  if (!existsSync(shared + folder)) {
    console.log(`skipped: ${shared}${folder} is not there`)
    continue
  }
  for (const fileName of readdirSync(shared + folder)) {
    const text = readFileSync(`${shared}${folder}/${fileName}`, 'utf8')
    const findings = checkFigures(readReport(text, { fileName }), { register })
    console.log(`${folder}/${fileName}: ${findings.length}`)
    for (const { kind, cause, spans, arithmetic } of findings)
      console.log(`  ${spans[0]?.[0]} ${kind} ${cause} ${arithmetic}`)
  }
}

const table: Record<string, { seeded: number; found: number; falseOnSound: number }> = {}
const sound = new Set<string>()
for (const seeded of seededErrors()) {
  if (seeded.sound === seeded.faulty) continue
  table[seeded.kind] ??= { seeded: 0, found: 0, falseOnSound: 0 }
  const row = table[seeded.kind]!
  row.seeded++
  if (checkFigures(readReport(seeded.faulty)).length > 0) row.found++
  if (!sound.has(seeded.sound)) row.falseOnSound += checkFigures(readReport(seeded.sound)).length
  sound.add(seeded.sound)
}
console.table(table)
const total = (key: 'seeded' | 'found' | 'falseOnSound') =>
  Object.values(table).reduce((sum, row) => sum + row[key], 0)
console.log(
  `found ${total('found')} of ${total('seeded')}; ${total('falseOnSound')} false on ${sound.size} sound texts`,
)
console.log('The sentences are ours, written beside the rules: this is no measure on texts never seen.')
