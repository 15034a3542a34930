import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-check-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const draft = file('draft.txt', '户数从400户增加到500户，增长20.0%。会议听取旧津区汇报。')
const sound = file('sound.txt', '户数从400户增加到500户，增长25.0%。')
const program = fileURLToPath(new URL('./main.ts', import.meta.url))

function run(args: string[]) {
  const child = spawn(process.execPath, [program, 'check', ...args], {
    env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' },
  })
  let out = ''
  let told = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (told += chunk))
  return new Promise<{ code: number | null; out: string; told: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, out, told })),
  )
}

it('tells findings with code 1, their sentence and offsets, names by the register as of the day given', {
  timeout: 120_000,
}, async () => {
  const { code, out } = await run([draft, '--json', '--register', 'riverport', '--date', '2024-05-31'])
  const findings = JSON.parse(out)
  expect(code).toBe(1)
  expect(findings.map(({ kind }: { kind: string }) => kind)).toEqual(['growth', 'former-unit'])
  expect(findings[0]).toMatchObject({
    says: expect.stringContaining('25%'),
    figures: [
      [3, 7],
      [10, 14],
      [17, 22],
    ],
  })
})

it('ends with 0 when nothing is found, with 2 when a file cannot be read', { timeout: 120_000 }, async () => {
  const [nothing, missing] = await Promise.all([run([sound]), run([join(folder, 'missing.txt')])])
  expect([nothing.code, nothing.out.trim()]).toEqual([0, '没有发现前后矛盾的数字'])
  expect([missing.code, missing.told]).toEqual([2, expect.stringContaining('missing.txt')])
})

it('compares levels of a year with an earlier text', { timeout: 120_000 }, async () => {
  const earlier = file(
    '2022.txt',
    '政府工作报告\n\n2023年1月10日\n\n全市技术合同成交额达到200亿元，比上年增长10%。',
  )
  const later = file(
    '2023.txt',
    '政府工作报告\n\n2024年1月12日\n\n全市技术合同成交额达到260亿元，比上年增长12%。',
  )
  const { code, out } = await run([later, '--against', earlier])
  expect([code, out]).toEqual([1, expect.stringContaining('此前文稿')])
})
