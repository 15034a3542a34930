import { spawn } from 'node:child_process'
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-extract-'))
const report = join(folder, 'report.txt')
writeFileSync(
  report,
  '1月9日，市委召开季度工作会议。\n\n东屏区工业增速居全市第一。但在城市管理上仍存不足。\n\n市长指出，各区要在3月底前完成整改。\n',
)
const huge = join(folder, 'huge.txt')
writeFileSync(huge, '')
truncateSync(huge, 50 * 1024 * 1024)
const program = fileURLToPath(new URL('./main.ts', import.meta.url))

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, 'extract', ...args], {
    env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', ...env },
  })
  let out = ''
  let told = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (told += chunk))
  return new Promise<{ code: number | null; out: string; told: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, told })),
  )
}

it('prints one object for one file', async () => {
  const { code, out } = await run([report, '--json', '--date', '2024-01'])
  expect(code).toBe(0)
  const annotation = JSON.parse(out)
  expect(annotation).toMatchObject({ source: 'report.txt', reportDate: '2024-01' })
  expect(annotation.ranks[0]).toMatchObject({ unit: '东屏区', scope: '全市', position: 1 })
  expect(annotation.ranks[0].spans[0]).toHaveLength(2)
})

it('tells bad files on standard error, prints the others and does not end with 0', async () => {
  const missing = join(folder, 'missing.txt')
  const { code, out, told } = await run([huge, missing, folder, report, '--json'])
  expect(code).not.toBe(0)
  expect(JSON.parse(out)).toHaveLength(1)
  expect(told).toContain('文件有 50 MB，超过 20 MB 的上限')
  expect(told).toContain(`找不到文件“${missing}”`)
  expect(told).toContain(`“${folder}”不是文件`)
})

it('prints a table, and speaks English when asked', async () => {
  const table = await run([report, '--date', '2024-01', '--register', 'shanghai'])
  expect(table.out).toMatch(/东屏区\n {2}排名/)
  const unknown = await run([report, '--register', 'atlantis'], { LANG: 'en_US.UTF-8' })
  expect(unknown.code).not.toBe(0)
  expect(unknown.told).toMatch(/atlantis/)
  const misdated = await run([report, '--date', 'soon'])
  expect(misdated.code).toBe(2)
  expect(misdated.told).toContain('2024-01')
})
