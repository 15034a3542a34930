import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Locale } from '../../kernel/context.ts'
import { claimsDesk, figure, publishFixture, rank } from '../../modules/indicators/testing.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { loadSentences } from '../load-sentences.ts'
import { newDataFolder } from '../testing.ts'
import { runCommandLine } from './command-line.ts'
import { openShell } from './shell.ts'

let city: TestCity
let report: string
beforeAll(async () => {
  city = await openTestCity()
  vi.stubEnv('DATABASE_URL', city.database.url)
  vi.stubEnv('QUARTERDECK_DATA', newDataFolder())
  vi.stubEnv('QUARTERDECK_SECRET', TEST_SECRET.toString())
  await publishFixture(city)
  const { accept, confirm } = claimsDesk(() => city)
  const [right, wrong, growth, open] = await accept(
    rank('云泊新区', '规上工业总产值', { streakYears: 5 }),
    rank('鹤汀区', '规上工业总产值'),
    figure('青渡区', '社会消费品零售总额', '4300000000', '+7.5%'),
    rank('云泊新区', '绿化覆盖率'),
  )
  report = right!.reportId
  for (const { id } of [right!, wrong!]) await confirm(id, { indicator: 'industry' })
  await confirm(growth!.id, { indicator: 'retail' })
  expect(open).toBeDefined()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await city?.close()
})

async function check(args: string[], locale: Locale = 'zh-CN') {
  let output = ''
  const write = (text: string | Uint8Array) => {
    output += String(text)
    return true
  }
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write),
  )
  try {
    const code = await runCommandLine(openShell(locale, loadSentences(), write), [
      'indicators',
      'check',
      ...args,
    ])
    return { code, output }
  } finally {
    process.exitCode = undefined
    for (const stream of streams) stream.mockRestore()
  }
}

describe('indicators check', () => {
  it('prints one page: how many claims hold, and line by line what decides', async () => {
    const { code, output } = await check(['--report', report])
    expect(code).toBe(0)
    const [head, counts, , , ...lines] = output.split('\n')
    expect(head).toBe('年度盘点（1）  2024-04-30  版本 1')
    expect(counts).toBe('成立 2/4  不成立 1/4  无法核对 1/4  未核对 0/4  已确认对应 3/4')
    const words = lines.map((line) => line.split(/ {2,}/))
    expect(words[0]!.slice(0, 4)).toEqual(['成立', '云泊新区', '规上工业总产值', '全市 第1位 连续5年'])
    expect(words[0]!.at(-1)).toMatch(/^2023 第1位（共7个），104；2022 第1位/)
    expect(words[1]!.slice(-2)).toEqual(['位次不符', '2023 第2位（共7个），80；第一 云泊新区 104'])
    expect(words[2]!.slice(3)).toEqual(['43亿元 +7.5%', '数值相符', '2023 实为 43亿元；2023 实为 7.5%'])
    expect(words[3]!.at(-2)).toBe('对应的指标尚待确认；若对应无误：不成立（位次不符）')
  })

  it('prints the same as JSON, in English what is asked in English, and the reports without an id', async () => {
    const { output } = await check(['--report', report, '--json'])
    expect(JSON.parse(output)).toMatchObject({ reportId: report, confirmed: { count: 2, of: 4 }, vintage: 1 })
    expect((await check(['--report', report], 'en')).output).toContain('confirmed 2/4  contradicted 1/4')
    const listed = await check([])
    expect(listed.code).toBe(0)
    expect(listed.output).toContain(report)
  })

  it('refuses what is no id with 2, and a report without claims with 3', async () => {
    expect((await check(['--report', 'x'])).code).toBe(2)
    expect((await check(['--report', '00000000-0000-7000-8000-00000000abcd'])).code).toBe(3)
    expect((await check(['--help'])).output).toContain('退出码')
  })
})
