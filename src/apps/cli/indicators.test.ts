import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Locale } from '../../kernel/context.ts'
import { defineForTest, publishForTest } from '../../modules/indicators/testing.ts'
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
  const ctx = city.as('statistician')
  await defineForTest(ctx, { code: 'output', name: '工业产值', nameEn: 'Industrial output', measure: '亿元' })
  await publishForTest(ctx, {
    output: {
      '2024-01': { yunbo: '10.5', heting: '12', qingdu: '3', wangxi: '3' },
      '2024-02': { yunbo: '13', heting: '12', qingdu: '4', wangxi: '4' },
    },
  })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await city?.close()
})

/** In this process, as `main.ts` does it; both streams together. */
async function indicators(args: string[], locale: Locale = 'zh-CN') {
  let output = ''
  const write = (text: string | Uint8Array) => {
    output += String(text)
    return true
  }
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write),
  )
  try {
    const code = await runCommandLine(openShell(locale, loadSentences(), write), ['indicators', ...args])
    return { code, output }
  } finally {
    process.exitCode = undefined
    for (const stream of streams) stream.mockRestore()
  }
}

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

describe('indicators table', () => {
  it('prints who stands where, shared places, changes, and apart with the reason who cannot be ranked', async () => {
    const { code, output } = await indicators(['table', 'output', '--period', '2024-02'])
    expect(code).toBe(0)
    expect(output).toBe(
      [
        '工业产值（亿元）  全市  2024-02  第 1 版',
        '位次  单位      数值  2024-01  位次变化  保持',
        '   1  云泊新区    13     10.5        +1',
        '   2  鹤汀区      12       12        -1',
        '  =3  青渡区       4        3         0',
        '  =3  望汐区       4        3         0',
        '',
        '不参与排名：',
        '  单位    数值  原因',
        '  锦汀区    —  未报送',
        '  砚石区    —  未报送',
        '  苇洲区    —  未报送',
        '',
      ].join('\n'),
    )
  })

  it('rounds what is computed to the decimals of the indicator; JSON has all of them', async () => {
    const ctx = city.as('statistician')
    const formula = 'output ÷ 7'
    await defineForTest(ctx, { code: 'seventh', measure: '亿元', decimals: 1, formula })
    const args = ['table', 'seventh', '--period', '2024-02', '--cohort', 'central']
    expect((await indicators(args)).output).toMatch(/青渡区 +0\.6 /)
    const { rows } = JSON.parse((await indicators([...args, '--json'])).output)
    expect(rows[0].value).toBe('0.571428571429')
  })

  it('speaks English, prints JSON, and reads as of a vintage', async () => {
    const args = ['table', 'output', '--period', '2024-01', '--cohort', 'suburban']
    const english = await indicators(args, 'en')
    expect(english.output).toContain('Industrial output (亿元)  Suburban districts  2024-01  vintage 1')
    const { output } = await indicators([...args, '--vintage', '1', '--json'])
    expect(JSON.parse(output).rows[0]).toMatchObject({ key: 'heting', rank: 1, value: '12' })
  })

  it.each([
    [['table', 'nothing', '--period', '2024-01'], 3, 'nothing'],
    [['table', 'output', '--period', '2024-13'], 2, '2024-13'],
    [['table', 'output', '--period', '2024-01', '--vintage', 'x'], 2, '--vintage'],
    [['table', 'output'], 2, '--period'],
  ])('ends with its code: %j', async (args, code, said) => {
    expect(await indicators(args)).toEqual({ code, output: expect.stringContaining(said) })
  })
})

describe('indicators import', () => {
  const source = ['--source', '统计月报']

  it('publishes a table, and finds nothing new a second time', async () => {
    const table = file(
      'march.csv',
      '单位,时期,指标,数值',
      '云泊新区,2024-03,工业产值,13.5',
      '鹤汀区,2024-03,工业产值,12.5',
    )
    const trial = await indicators(['import', table, ...source, '--check'])
    expect(trial).toEqual({ code: 0, output: expect.stringContaining('检查通过：将新增或修订 2 个数值') })
    const first = await indicators(['import', table, ...source])
    expect(first).toEqual({ code: 0, output: expect.stringContaining('已发布第 2 版：新增或修订 2 个数值') })
    const again = await indicators(['import', table, ...source])
    expect(again).toEqual({ code: 0, output: expect.stringContaining('没有变化：2 个数值都已发布') })
  })

  it('tells errors by cell and publishes nothing', async () => {
    const table = file(
      'bad.csv',
      '单位,时期,指标,数值',
      '云泊新区,2024-03,工业产值,13.5',
      '鹤汀区,2024-03,工业产值,12.5',
      '青渡区,2024-03,工业产值,4.x',
      '无名区,2024-03,工业产值,1',
    )
    const { code, output } = await indicators(['import', table, ...source, '--json'])
    expect(code).toBe(2)
    expect(output).toMatch(/^D4：.*4\.x/m)
    expect(output).toMatch(/^A5：没有名为“无名区”的单位/m)
    expect(output).toContain('"kind": "unsound"')
  })

  it('takes an SDMX message, and tells what is wrong with it by its line', async () => {
    const head = 'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE'
    const good = file('good.csv', head, 'dataflow,X:Y(1.0),I,yunbo,output,2024-04,14')
    const bad = file('bad-sdmx.csv', head, 'dataflow,X:Y(1.0),I,nobody,output,2024-04,14')
    expect(await indicators(['import', good, ...source, '--sdmx'])).toEqual({
      code: 0,
      output: expect.stringContaining('已发布第 3 版：新增或修订 1 个数值'),
    })
    const refused = await indicators(['import', bad, ...source, '--sdmx'])
    expect(refused.code).toBe(2)
    expect(refused.output).toContain('第2行：没有键为“nobody”的单位')
  })

  it('says what it is about in both languages', async () => {
    expect((await indicators(['import', '--help'])).output).toContain('退出码')
    const english = await indicators(['import', '--help'], 'en')
    expect(english.output).toContain('Exit codes')
    expect((await indicators(['import', join(folder, 'none.csv'), ...source])).code).toBe(3)
  })
})
