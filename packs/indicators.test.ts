import { describe, expect, it } from 'vitest'
import { IndicatorPack } from '../src/modules/indicators/schema.ts'
import { readPack } from '../src/modules/units/index.ts'
import { copiedClauses, hasReports } from './copied-clauses.ts'

describe.each(['shanghai', 'riverport'])('The indicators of %s', (name) => {
  const { indicators: files, register } = readPack(name)
  const packs = files.map(({ content }) => IndicatorPack.parse(content))
  const indicators = packs.flatMap((pack) => pack.indicators)

  it('have a code, a name and a definition of their own, in both languages', () => {
    expect(indicators.length).toBeGreaterThan(7)
    for (const field of ['code', 'name', 'nameEn', 'definition'] as const)
      expect(new Set(indicators.map((indicator) => indicator[field])).size).toBe(indicators.length)
  })

  it('have values of units that are known, each release with who gave it', () => {
    const known = new Set([
      ...register.units.map(({ key }) => key),
      ...packs.flatMap(({ externalUnits }) => externalUnits.map(({ key }) => key)),
    ])
    const releases = packs.flatMap((pack) => pack.releases)
    expect(new Set(releases.map(({ key }) => key)).size).toBe(releases.length)
    for (const { values, source } of releases) {
      expect(source).toMatch(/统计局/)
      for (const { units } of values) for (const key of Object.keys(units)) expect(known).toContain(key)
    }
  })

  it.runIf(hasReports)('share no clause of twelve characters with a report', () => {
    const texts = indicators.flatMap((indicator) => [indicator.name, indicator.definition])
    expect(copiedClauses(texts)).toEqual([])
  })
})
