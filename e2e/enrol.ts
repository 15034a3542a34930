import type { Page } from 'playwright-core'
import { codeOfStep, stepOf } from '../src/modules/identity/index.ts'
import type { RunningQuarterdeck } from './open-quarterdeck.ts'
import type { Visitor } from './visitor.ts'

/** The app on a phone: reads the key beside the QR code and shows the code of now, or of the next half minute. */
export function codeOf(key: string, stepsAhead = 0): string {
  const bits = [...key.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)!.map((eight) => Number.parseInt(eight, 2))
  return codeOfStep(Uint8Array.from(bytes), stepOf(new Date()) + stepsAhead)
}

export async function fillSignIn(
  page: Page,
  { address }: RunningQuarterdeck,
  username: string,
  password: string,
): Promise<void> {
  await page.goto(address)
  await page.getByRole('textbox', { name: '用户名' }).fill(username)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

interface Enrolment {
  readonly house: RunningQuarterdeck
  readonly username: string
  readonly picture?: (page: Page, name: string) => Promise<void>
}

/** The first sign-in of an administrator; answers the key that the app would have read. */
export async function enrol(
  { page }: Visitor,
  { house, username, picture = async () => {} }: Enrolment,
): Promise<string> {
  const password = house.passwords[username]!
  await fillSignIn(page, house, username, password)
  await page.getByRole('heading', { name: '登录后的安全要求' }).waitFor()
  await page.getByRole('button', { name: '启用' }).click()
  await page.getByLabel('当前密码').fill(password)
  await page.getByRole('button', { name: '下一步' }).click()
  const key = await page.locator('.account-secret').innerText()
  await page.getByLabel('验证器显示的 6 位验证码').fill(codeOf(key))
  await picture(page, `enrol-${username}`)
  await page.getByRole('button', { name: '确认并启用' }).click()
  await page.getByRole('heading', { name: '恢复码' }).waitFor()
  const codes = await page.locator('.recovery-codes li').count()
  if (codes !== 10) throw new Error(`${codes} recovery codes`)
  await picture(page, `recovery-${username}`)
  await page.getByRole('button', { name: '已经保存好' }).click()
  await page.getByRole('heading', { name: '账号管理' }).waitFor()
  return key
}
