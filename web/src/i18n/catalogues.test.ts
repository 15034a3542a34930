import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import zh from './zh-CN.json' with { type: 'json' }

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('the catalogues', () => {
  it('have the same keys and the same placeholders', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    for (const [key, sentence] of Object.entries(zh)) {
      expect(placeholders(en[key as keyof typeof en]), key).toEqual(placeholders(sentence))
    }
  })

  it('hold all words: no source file has Chinese text of its own', () => {
    const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => !/\.test\.|testing\.ts|generated/.test(file),
    )
    const withChinese = files.filter((file) =>
      /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(withoutPatterns(read(file))),
    )
    expect(withChinese).toEqual([])
  })

  it('have no key that nothing asks for', () => {
    const source = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).map(read).join('\n')
    const made = [...source.matchAll(/`([a-z.-]+[.-])\$\{/g)].map(([, prefix]) => prefix!)
    const unused = Object.keys(zh).filter(
      (key) => !source.includes(`'${key}'`) && !made.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  it('give a sentence to every rule that finds a statement', () => {
    const source = globSync('src/modules/reports/rules/**/*.ts', { cwd: root })
      .filter((file) => !file.endsWith('.test.ts'))
      .map(read)
      .join('\n')
    const rules = [...source.matchAll(/'((?:rank|first|figure|shortfall|task|metric)\.[a-z-]+)'/g)].map(
      ([, rule]) => rule,
    )
    expect(rules.filter((rule) => !(`rule.${rule}` in zh))).toEqual([])
  })
})

/** Where a regular expression reads Chinese punctuation, it is not a word on the screen. */
function withoutPatterns(source: string): string {
  return source.replaceAll(/^const \w+ = \/.*\/u?$/gm, '')
}
