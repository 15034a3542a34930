import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccount, TEST_PASSWORD } from '../../modules/identity/testing.ts'
import { loadIndicatorPack } from '../../modules/indicators/index.ts'
import { readPack } from '../../modules/units/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'

const page = readFileSync(new URL('../../../docs/indicators-api.md', import.meta.url), 'utf8')
/** Commands with the answer that is printed below them, where there is one. */
const examples = [...page.matchAll(/```sh\n(.*?)```\n(?:```(json|csv)\n(.*?)```)?/gs)].map(
  ([, commands, kind, answer]) => ({ commands: commands!, kind, answer: answer ?? '' }),
)

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  await addAccount(city.asSystem(), { role: 'statistician' })
  for (const file of readPack('riverport').indicators) await loadIndicatorPack(city.asSystem(), file)
})
afterAll(() => city?.close())

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

it.skipIf(!isThere('bash') || !isThere('curl'))(
  'answers each example of the page as the page says',
  async () => {
    const server = await city.http()
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-docs-'))
    // One shell for all, as a reader has it; each answer goes to a file of its own.
    const script = examples.map(({ commands }, at) => `{\n${commands}\n} > answer-${at}`).join('\n')
    const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', CITY: address, PASSWORD: TEST_PASSWORD }
    await promisify(execFile)('bash', ['-ec', script], { cwd: folder, env })
    expect(examples.length).toBeGreaterThan(10)
    for (const [at, { commands, kind, answer }] of examples.entries()) {
      const given = readFileSync(join(folder, `answer-${at}`), 'utf8')
      if (kind === 'csv') expect(given.replaceAll('\r\n', '\n'), commands).toBe(answer)
      if (kind === 'json') expect(JSON.parse(given), commands).toMatchObject(JSON.parse(answer))
    }
  },
)
