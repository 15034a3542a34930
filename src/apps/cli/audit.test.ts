import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalAll } from '../../platform/journal/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { newDataFolder, run } from '../testing.ts'

let city: TestCity
let folder: string
let env: Record<string, string>
/** The number of the newest entry. */
let newest: number

beforeAll(async () => {
  city = await openTestCity()
  folder = newDataFolder()
  env = {
    DATABASE_URL: city.database.url,
    QUARTERDECK_DATA: folder,
    QUARTERDECK_SECRET: TEST_SECRET.toString(),
  }
  const officer = city.as('officer')
  const entries = [1, 2, 3].map((number) => ({
    action: 'test.done',
    subject: { type: 'test', id: `t${number}` },
    detail: { text: `督查“${number}”` },
  }))
  await officer.transaction((tx) => journalAll(tx, officer, entries))
  newest = await maxSeq()
})
afterAll(() => city?.close())

async function maxSeq(): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select max(seq) as seq from journal.entry`.execute(
    city.database.owner,
  )
  return rows[0]!.seq
}

async function audit(...args: string[]) {
  const program = run('./cli/main.ts', ['audit', ...args], env)
  return { code: await program.ended, output: program.output() }
}

describe('An anchor', () => {
  it('is one line of the newest entry, and holds against the journal that it was taken from', async () => {
    const { code, output } = await audit('anchor')
    expect(code).toBe(0)
    expect(output).toMatch(
      new RegExp(`^quarterdeck-anchor riverport ${newest} 2024-04-10T02:00:00.000Z [0-9a-f]{64}\n$`),
    )
    expect(await audit('verify', '--anchor', output.trim())).toEqual({
      code: 0,
      output: expect.stringContaining('1 个锚点相符'),
    })
    const file = join(folder, 'anchors.txt')
    await writeFile(file, `# deposited in the archive\r\n${output.trim()}\r\n`)
    const [whole] = JSON.parse((await audit('verify', '--anchor', file, '--json')).output)
    expect(whole).toEqual({ tenant: 'riverport', verdict: { kind: 'whole', entries: newest }, anchors: 1 })
  })

  it('finds what was rewritten by somebody who has the key as well', async () => {
    const [anchor] = JSON.parse((await audit('anchor', '--json')).output)
    const forged = `quarterdeck-anchor riverport ${anchor.seq} ${anchor.at} ${'a'.repeat(64)}`
    const changed = await audit('verify', '--anchor', forged, '--json')
    expect(changed.code).toBe(1)
    expect(JSON.parse(changed.output)[0].verdict).toEqual({
      kind: 'broken',
      seq: newest,
      reason: 'changed',
    })
    const later = `quarterdeck-anchor riverport ${newest + 5} ${anchor.at} ${'a'.repeat(64)}`
    const cut = await audit(
      'verify',
      '--anchor',
      forged.replaceAll('a'.repeat(64), anchor.hash),
      '--anchor',
      later,
    )
    expect(cut).toEqual({ code: 1, output: expect.stringContaining(`${newest + 1}`) })
  })

  it.each([
    ['/no/such/file', 3, 'ENOENT'],
    ['package.json', 2, 'package.json'],
    [`quarterdeck-anchor atlantis 1 2024-04-10T02:00:00.000Z ${'a'.repeat(64)}`, 2, 'atlantis'],
  ])('that is %s ends with %i', async (anchor, code, output) => {
    expect(await audit('verify', '--anchor', anchor)).toEqual({
      code,
      output: expect.stringContaining(output),
    })
  })
})

describe('An export', () => {
  const linesOf = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('has every entry with its hash, each naming the one before', async () => {
    const file = join(folder, 'journal.jsonl')
    const { code, output } = await audit('export', '--out', file)
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`${newest} 条`) })
    const records = linesOf(await readFile(file, 'utf8'))
    expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: newest }, (_, index) => index + 1))
    for (const [index, record] of records.entries())
      expect(record.previousHash).toBe(records[index - 1]?.hash ?? '0'.repeat(64))
    expect(records.at(-1)).toMatchObject({ subjectId: 't3', detail: '{"text":"督查“3”"}' })
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    const again = await audit('export', '--out', file)
    expect(again).toEqual({ code: 4, output: expect.stringContaining('已存在') })
    expect(linesOf(await readFile(file, 'utf8'))).toHaveLength(newest)
  })

  it('goes on from a number, to standard output too', async () => {
    const { code, output } = await audit('export', '--since', String(newest - 2))
    expect(code).toBe(0)
    expect(linesOf(output).map(({ subjectId }) => subjectId)).toEqual(['t2', 't3'])
    const file = join(folder, 'none.jsonl')
    const none = await audit('export', '--since', String(newest), '--out', file, '--json')
    expect(JSON.parse(none.output)).toEqual({
      tenant: 'riverport',
      since: newest,
      entries: 0,
      last: newest,
      hash: null,
      file,
    })
  })

  it('refuses a number that is none and a place that cannot be written, and leaves nothing there', async () => {
    expect((await audit('export', '--since', '-1')).code).toBe(2)
    expect(await audit('export', '--out', '/no/such/folder/x')).toEqual({
      code: 2,
      output: expect.stringContaining('ENOENT'),
    })
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

it('helps with exit codes and with what an anchor is for', async () => {
  expect((await audit('verify', '--help')).output).toContain('退出码')
  expect((await audit('anchor', '--help', '--lang', 'en')).output).toContain('does not reach')
})

it('writes SM3 where it is set, and refuses another algorithm', async () => {
  env.QUARTERDECK_JOURNAL_HASH = 'sm3'
  const program = run(
    './cli/main.ts',
    ['account', 'create', '--username', 'x1', '--name', '督查', '--role', 'officer'],
    env,
  )
  expect(await program.ended).toBe(0)
  expect((await audit('anchor')).output).toMatch(/ sm3:[0-9a-f]{64}\n$/)
  const line = (await audit('anchor')).output.trim()
  expect((await audit('verify', '--anchor', line)).code).toBe(0)
  env.QUARTERDECK_JOURNAL_HASH = 'md5'
  expect(await audit('verify')).toEqual({ code: 2, output: expect.stringContaining('md5') })
  delete env.QUARTERDECK_JOURNAL_HASH
  // Five processes are started one after the other.
}, 60_000)

it.each([
  ['changed', "update journal.entry set subject_id = 't9' where seq = 2", 2, '该条的内容与写入时不同'],
  ['removed', 'delete from journal.entry where seq = 2', 2, '该条已经不在'],
])('names the first entry that was %s in SQL', async (_, statement, seq, reason) => {
  await sql`alter table journal.entry disable trigger user`.execute(city.database.owner)
  await sql.raw(statement).execute(city.database.owner)
  const { code, output } = await audit('verify')
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(`${seq}`) })
  expect(output).toContain(reason)
})
