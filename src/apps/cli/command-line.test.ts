import type { Command } from 'commander'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { readSettings } from '../installation/settings.ts'
import { loadSentences } from '../load-sentences.ts'
import { newDataFolder, run } from '../testing.ts'
import { commandLine } from './command-line.ts'
import { openShell } from './shell.ts'
import { terminalLocale } from './terminal-locale.ts'

let city: TestCity
let env: Record<string, string>

beforeAll(async () => {
  city = await openTestCity()
  env = {
    DATABASE_URL: city.database.url,
    QUARTERDECK_DATA: newDataFolder(),
    QUARTERDECK_SECRET: TEST_SECRET.toString(),
  }
})
afterAll(() => city?.close())

async function quarterdeck(...args: string[]) {
  const program = run('./cli/main.ts', args, env)
  return { code: await program.ended, output: program.output() }
}

it('helps in the language of the terminal, or in the one asked for', async () => {
  const chinese = await quarterdeck('--help')
  expect(chinese).toMatchObject({ code: 0, output: expect.stringContaining('启动服务') })
  const english = await quarterdeck('--lang', 'en', '--help')
  expect(english).toMatchObject({ code: 0, output: expect.stringContaining('start the server') })
})

it('says the exit codes of every command, and of a port which one is malformed', async () => {
  const leavesOf = (command: Command): Command[] =>
    command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)
  for (const locale of ['en', 'zh-CN'] as const)
    for (const command of leavesOf(commandLine(openShell(locale, loadSentences())))) {
      let help = ''
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
      expect(help, command.name()).toMatch(locale === 'en' ? /Exit codes: 0/ : /退出码：0/)
    }
  const malformed = () => readSettings({ QUARTERDECK_OPS_PORT: 'x' })
  expect(malformed).toThrow(
    expect.objectContaining({ details: { name: 'QUARTERDECK_OPS_PORT', value: 'x' } }),
  )
})

it.each([
  [[], {}, 'zh-CN'],
  [[], { LANG: 'en_US.UTF-8' }, 'en'],
  [[], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN'],
  [[], { LANG: 'C' }, 'zh-CN'],
  [['--lang=en'], { LANG: 'zh_CN' }, 'en'],
  [['audit', 'verify', '--lang', 'zh'], { LANG: 'en' }, 'zh-CN'],
])('%j with %o speaks %s', (args, terminal, locale) => {
  expect(terminalLocale(args, terminal)).toBe(locale)
})

it('ends with 2 when the words are wrong', async () => {
  expect((await quarterdeck('sail')).code).toBe(2)
  expect((await quarterdeck('account', 'create', '--username', 'x')).code).toBe(2)
})

it.each([
  ['doctor --print-config', 0],
  ['audit export', 1],
])('says nothing of a reader who has read enough: %s | head', async (words, code) => {
  const program = run('./cli/main.ts', words.split(' '), env)
  program.child.stdout?.destroy()
  expect(await program.ended).toBe(code)
  expect(program.output()).toBe('')
})

it('adds an account, prints its password once, and refuses a second of that name', async () => {
  const words = ['account', 'create', '--username', 'liaison-qingdu', '--name', '青渡区联络员']
  const options = ['--role', 'liaison', '--unit', 'qingdu']
  const { code, output } = await quarterdeck(...words, ...options, '--json')
  const account = JSON.parse(output)
  expect(code).toBe(0)
  expect(account).toMatchObject({ username: 'liaison-qingdu', unitId: city.unitId('qingdu') })
  const payload = { username: account.username, password: account.password }
  const app = await city.http()
  const session = await app.inject({ method: 'POST', url: '/api/session', payload })
  expect(session.json()).toMatchObject({ user: { unitId: city.unitId('qingdu') } })

  expect(await quarterdeck(...words, ...options)).toMatchObject({
    code: 4,
    output: expect.stringContaining('已被使用'),
  })
  const [unknown, king, alone] = [
    await quarterdeck(...words, '--role', 'liaison', '--unit', 'atlantis'),
    await quarterdeck(...words, '--role', 'king', '--lang', 'en'),
    await quarterdeck(...words, '--role', 'liaison'),
  ]
  expect(unknown).toMatchObject({ code: 3, output: expect.stringContaining('atlantis') })
  expect(king).toMatchObject({ code: 2, output: expect.stringContaining('no role "king"') })
  expect(alone).toMatchObject({ code: 2, output: expect.stringContaining('必须属于一个单位') })
})

it('verifies the journal, and ends with 1 once somebody rewrote it in SQL', async () => {
  expect(await quarterdeck('audit', 'verify')).toMatchObject({
    code: 0,
    output: expect.stringContaining('日志完整'),
  })
  await sql`alter table journal.entry disable trigger all`.execute(city.database.owner)
  await sql`update journal.entry set actor_name = 'somebody else' where seq = 1`.execute(city.database.owner)
  const { code, output } = await quarterdeck('audit', 'verify', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(output)).toMatchObject([{ verdict: { kind: 'broken', seq: 1 } }])
  // In words, not by the name that the program has for it.
  const told = await quarterdeck('audit', 'verify')
  expect(told.output).toContain('第 1 条起不完整：该条的内容与写入时不同')
})

it('does not make an empty installation where a path was mistyped', async () => {
  const elsewhere = { QUARTERDECK_DATA: `${newDataFolder()}/typo` }
  const program = run('./cli/main.ts', ['audit', 'verify'], elsewhere)
  expect(await program.ended).toBe(3)
  expect(program.output()).toContain('里没有数据库')
})
