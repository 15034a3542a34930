import { readdirSync, readFileSync } from 'node:fs'
import { readReport } from '../../src/modules/reports/index.ts'
import { checkFigures } from '../../src/modules/reviews/index.ts'
import { alterText } from './alter-text.ts'
import fourthSet from './fourth-set.json' with { type: 'json' }
import secondSet from './second-set.json' with { type: 'json' }
import { seededErrors } from './seeded-errors.ts'
import thirdSet from './third-set.json' with { type: 'json' }

const MARKED = /⟦([^⟧]*)⟧/g

interface Seeded {
  readonly kind: string
  readonly sound: string
  readonly faulty: string
}

/** Recall on errors seeded into sentences of our own, by set and kind, and what is told of the sound ones. */
export function checkOwnTexts(): void {
  const sets = {
    first: seededErrors(),
    second: marked(secondSet),
    third: marked(thirdSet),
    fourth: marked(fourthSet),
  }
  for (const [name, seeded] of Object.entries(sets)) {
    const rows: Record<string, { seeded: number; found: number; falseOnSound: number }> = {}
    const sound = new Set<string>()
    for (const { kind, sound: right, faulty } of seeded) {
      if (right === faulty) continue
      rows[kind] ??= { seeded: 0, found: 0, falseOnSound: 0 }
      rows[kind].seeded++
      if (told(faulty) > 0) rows[kind].found++
      if (!sound.has(right)) rows[kind].falseOnSound += told(right)
      sound.add(right)
    }
    const sum = (key: 'seeded' | 'found' | 'falseOnSound') =>
      Object.values(rows).reduce((n, row) => n + row[key], 0)
    console.log(
      `\nSeeded errors, ${name} set: found ${sum('found')} of ${sum('seeded')}; ${sum('falseOnSound')} false on ${sound.size} sound texts`,
    )
    console.table(rows)
  }
}

/** What is told of long texts of ours, dense with figures, in which nothing is wrong: all of it is false. */
export function checkSoundTexts(): void {
  const folder = new URL('./sound/', import.meta.url)
  const rows = readdirSync(folder).map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    return { file, characters: text.length, false: told(text) }
  })
  console.log('\nLong sound texts of our own, dense with figures')
  console.table(rows)
}

/** The same with one thing altered: how much of a dense text hangs together so that an error shows. */
export function checkAlteredSoundTexts(): void {
  const folder = new URL('./sound/', import.meta.url)
  const rows: Record<string, { altered: number; told: number }> = {}
  for (const file of readdirSync(folder))
    for (const { how, text } of alterText(readFileSync(new URL(file, folder), 'utf8'), 25)) {
      rows[how] ??= { altered: 0, told: 0 }
      rows[how].altered++
      if (told(text) > 0) rows[how].told++
    }
  console.log(
    '\nThe same with one thing altered; many numbers of them, too, have no other that contradicts them',
  )
  console.table(rows)
}

function told(text: string): number {
  return checkFigures(readReport(text)).length
}

function marked(set: Readonly<Record<string, readonly string[]>>): Seeded[] {
  const side = (text: string, at: number) =>
    text.replace(MARKED, (_, both: string) => both.split('→')[at] ?? both)
  return Object.entries(set).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind, sound: side(text, 0), faulty: side(text, 1) })),
  )
}
