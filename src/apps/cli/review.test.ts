import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Locale } from '../../kernel/context.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { loadSentences } from '../load-sentences.ts'
import { newDataFolder } from '../testing.ts'
import { runCommandLine } from './command-line.ts'
import { openShell } from './shell.ts'

let city: TestCity
let folder: string
beforeAll(async () => {
  city = await openTestCity()
  folder = newDataFolder()
  vi.stubEnv('DATABASE_URL', city.database.url)
  vi.stubEnv('QUARTERDECK_DATA', folder)
  vi.stubEnv('QUARTERDECK_SECRET', TEST_SECRET.toString())
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await city?.close()
})

/** In this process, as `main.ts` does it; both streams together. */
async function review(args: string[], locale: Locale = 'zh-CN') {
  let output = ''
  const write = (text: string | Uint8Array) => {
    output += String(text)
    return true
  }
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(write)
  try {
    const code = await runCommandLine(openShell(locale, loadSentences(), write), ['review', ...args])
    return { code, output }
  } finally {
    process.exitCode = undefined
    stderr.mockRestore()
  }
}

it('writes a template out, takes it changed, refuses it with the placeholder nobody knows, and goes back', async () => {
  const file = join(folder, 'notice.docx')
  expect(await review(['template', 'notice', '--out', file])).toMatchObject({ code: 0 })
  const parts = unzipSync(readFileSync(file))
  const change = (from: string, to: string) => {
    const text = strFromU8(parts['word/document.xml']!).replace(from, to)
    const changed = join(folder, 'changed.docx')
    writeFileSync(changed, zipSync({ ...parts, 'word/document.xml': strToU8(text) }))
    return changed
  }
  expect(await review(['template', 'notice', '--put', change('下一步要求', '有关要求')])).toEqual({
    code: 0,
    output: '已更换模板，第 1 版\n',
  })
  const unknown = await review(['template', 'notice', '--put', change('{{单位数}}', '{{单位总数}}')], 'en')
  expect(unknown.code).toBe(2)
  expect(unknown.output).toContain('nobody knows, {{单位总数}}')
  expect((await review(['template', 'notice', '--reset'])).output).toBe('已恢复随产品提供的模板\n')
})

it('says which reviews there are and which documents', async () => {
  expect(await review(['document', '2031Q1', 'notice'])).toEqual({
    code: 3,
    output: '没有“2031Q1”这次点评，现有：\n',
  })
  expect((await review(['document', '2031Q1', 'poem'])).output).toContain('briefing-book')
})
