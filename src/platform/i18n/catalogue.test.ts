import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { permissionTable } from '../permissions.ts'
import { LOCALES, localeOf, readMessages } from './catalogue.ts'
import { fill } from './describe-error.ts'

const ROOT = new URL('../../../', import.meta.url)
const sources = globSync('src/**/*.ts', { cwd: ROOT.pathname }).filter((path) => !path.endsWith('.test.ts'))
const folders = [
  'src/platform/i18n/',
  'src/apps/messages/',
  ...globSync('src/modules/*/messages.zh-CN.json', { cwd: ROOT.pathname }).map((path) =>
    path.replace(/[^/]*$/, ''),
  ),
]

/** `invalid('reports.empty-file', …)` and notices; the kernel's own helpers excepted. */
const USED = /\b(?:invalid|notFound|conflict|forbidden|unauthenticated|notice|step)\(\s*'([\w.-]+)'/g
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()

describe('every sentence', () => {
  const all = folders.map((folder) => {
    const [zh, en] = LOCALES.map((locale) => readMessages(new URL(folder, ROOT), locale))
    return { folder, zh: zh!, en: en! }
  })

  it.each(all)('of $folder stands in both languages with the same details', ({ zh, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const [key, sentence] of Object.entries(zh)) {
      expect({ key, names: placeholders(en[key]!) }).toEqual({ key, names: placeholders(sentence) })
      // Full-width punctuation alone is Chinese, too: what joins and ends the parts of a sentence.
      expect(sentence, key).toMatch(/[\p{Script=Han}，。]|^(\{\w+\})+$/u)
    }
  })

  it('for a code that the source throws is there, in the catalogue of the module that throws it', () => {
    const known = new Set(all.flatMap(({ zh }) => Object.keys(zh)))
    const missing = sources.flatMap((path) => {
      const text = readFileSync(new URL(path, ROOT), 'utf8')
      const codes = [...text.matchAll(USED)].map((match) => match[1]!)
      return codes.filter((code) => !known.has(code)).map((code) => `${path}: ${code}`)
    })
    expect(missing).toEqual([])
  })

  it('that refuses a permission names it in words', () => {
    const known = new Set(all.flatMap(({ zh }) => Object.keys(zh)))
    const permissions = Object.keys(permissionTable(modules))
    expect(permissions.filter((code) => !known.has(code.replace('.', '.permission.')))).toEqual([])
  })

  it('belongs to one module only', () => {
    for (const { folder, zh } of all) {
      const module = /modules\/(\w+)\//.exec(folder)?.[1]
      const foreign = Object.keys(zh).filter((key) =>
        module ? !key.startsWith(`${module}.`) : !/^(kernel|platform|server|cli|journal|doctor)\./.test(key),
      )
      expect({ folder, foreign }).toEqual({ folder, foreign: [] })
    }
  })
})

describe('the language of a request', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr-FR,en;q=0.5,zh;q=0.6', 'zh-CN'],
    ['*', 'zh-CN'],
    ['en;q=x', 'en'],
  ])('%s is answered in %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale)
  })
})

it('puts details into the sentence, lists joined as the language joins them', () => {
  expect(fill('“{name}”：{keys}', { name: '甲', keys: ['a', 'b'] }, 'zh-CN')).toBe('“甲”：a、b')
  expect(fill('{keys} and {missing}', { keys: ['a', 'b'] }, 'en')).toBe('a, b and ?')
})
