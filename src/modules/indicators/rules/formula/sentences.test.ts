import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import en from '../../messages.en.json' with { type: 'json' }
import zh from '../../messages.zh-CN.json' with { type: 'json' }
import { missingCode } from './vector.ts'

const FOLDER = new URL('./', import.meta.url)

it('has a sentence in both languages for every problem and every reason, and no other', () => {
  const sources = globSync('*.ts', { cwd: FOLDER.pathname }).filter((name) => !name.endsWith('.test.ts'))
  const problems = sources.flatMap((name) => [
    ...readFileSync(new URL(name, FOLDER), 'utf8').matchAll(/'(indicators\.formula-[\w-]+)'/g),
  ])
  const reasons = ['no-value', 'no-parent', 'no-period', 'division-by-zero', 'base-not-positive'] as const
  const where = { indicator: 'gdp', unit: 1, period: 420_240_229 }
  const used = [
    ...problems.map((match) => match[1]!),
    ...reasons.map((reason) => missingCode({ reason, ...where })),
  ]
  for (const catalogue of [zh, en])
    expect(
      Object.keys(catalogue)
        .filter((key) => key.startsWith('indicators.formula-'))
        .sort(),
    ).toEqual([...new Set(used)].sort())
})
