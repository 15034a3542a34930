import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPack, resolveUnit } from '../../src/modules/units/index.ts'
import { copiedClauses, hasReports } from '../copied-clauses.ts'

const read = (name: string) => readFileSync(new URL(`./sample-report/${name}`, import.meta.url), 'utf8')
const unbroken = (text: string) => text.replace(/\s/g, '')
const damaged = read('first-try.txt')
const whole = read('first-try.undamaged.txt')

interface Entry {
  unit?: string
  text: string
  spans?: string[]
}
const gold: Record<'ranks' | 'firsts' | 'figures' | 'shortfalls' | 'tasks', Entry[]> & {
  meeting: { speakingUnits: string[] }
} = JSON.parse(read('first-try.gold.json'))
const entries = [...gold.ranks, ...gold.firsts, ...gold.figures, ...gold.shortfalls, ...gold.tasks]

describe('The report for the first try', () => {
  it('quotes in its annotation what is printed, or the pieces where print broke it', () => {
    for (const { text, spans = [text] } of entries) {
      expect(spans.join('')).toBe(text)
      for (const span of spans) expect(unbroken(damaged)).toContain(span)
      expect(unbroken(whole)).toContain(text)
    }
  })

  it('is damaged in every way that print damages', () => {
    const paragraphs = damaged.trim().split('\n\n')
    expect(damaged).toContain('■ ')
    expect(damaged).toContain('一?事')
    expect(paragraphs.filter((paragraph, at) => paragraphs.indexOf(paragraph) !== at)).toHaveLength(1)
    expect(paragraphs.filter((paragraph) => /[一-鿿]$/.test(paragraph)).length).toBeGreaterThan(3)
    expect(paragraphs.at(-2)).toBe(whole.split('\n\n')[0])
  })

  it('names units of the register as of its month', () => {
    const { register } = readPack('shanghai')
    const names = [...gold.meeting.speakingUnits, ...entries.flatMap(({ unit }) => unit ?? [])]
    for (const name of names)
      expect(resolveUnit(register, name, '2026-07-31')).toMatchObject({ kind: 'resolved', via: 'name' })
  })

  it('says itself that it is made up', () => expect(damaged).toContain('虚构'))

  it.runIf(hasReports)('shares no clause of twelve characters with a real report', () => {
    expect(copiedClauses([whole])).toEqual([])
  })
})
