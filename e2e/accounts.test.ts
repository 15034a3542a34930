import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { codeOf, enrol, fillSignIn } from './enrol.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { DESK, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

vi.setConfig({ testTimeout: 120_000 })

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`accounts${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let system: Visitor
  let security: Visitor
  let firstPassword: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport' })
    browser = await openChromium()
    system = await openVisitor(browser, house)
    security = await openVisitor(browser, house)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const picture = async (page: Page, name: string) => {
    if (!PICTURES) return
    await page.mouse.move(0, 0)
    await page.waitForTimeout(500)
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  }

  it('of an administrator opens after a second factor is set up, and asks for it from then on', async () => {
    const key = await enrol(system, { house, username: 'sysadmin', picture })
    await enrol(security, { house, username: 'secadmin', picture })
    await picture(system.page, 'accounts')
    const again = await openVisitor(browser, house, PHONE)
    await fillSignIn(again.page, house, 'sysadmin', house.passwords.sysadmin!)
    await again.page.getByRole('heading', { name: '双因素验证' }).waitFor()
    await picture(again.page, 'second-step-phone')
    await again.page.getByLabel('验证码').fill(codeOf(key, 1))
    await again.page.getByRole('button', { name: '登录' }).click()
    await again.page.getByRole('heading', { name: '账号管理' }).waitFor()
    expect(await excessWidth(again.page)).toBe(0)
    await picture(again.page, 'accounts-phone')
    await again.page.context().close()
  })

  it('is made by one administrator and gets its role from another', async () => {
    const { page } = system
    await page.getByRole('button', { name: '新建账号' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用户名').fill('heting')
    await dialog.getByLabel('名称').fill('河亭区联络员')
    await picture(page, 'new-account')
    await dialog.getByRole('button', { name: '保存' }).click()
    firstPassword = await page.locator('.accounts-password').innerText()
    await page
      .getByRole('button', { name: '知道了' })
      .or(page.getByRole('button', { name: '确定' }))
      .click()
    await page.locator('tr', { hasText: '河亭区联络员' }).waitFor()
    expect(await page.locator('tr', { hasText: 'heting' }).innerText()).toContain('无角色')

    const other = security.page
    await other.reload()
    await other.getByRole('button', { name: '管理 河亭区联络员' }).click()
    await other.getByRole('menuitem', { name: '修改资料与角色' }).click()
    await other.getByRole('dialog').getByLabel('角色').click()
    await other
      .getByTitle('统计员', { exact: true })
      .or(other.locator('.ant-select-item-option', { hasText: '统计员' }))
      .first()
      .click()
    await other.keyboard.press('Escape')
    await picture(other, 'grant-roles')
    await other.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await other.locator('tr', { hasText: 'heting' }).getByText('统计员').waitFor()
    await other.getByRole('tab', { name: '安全设置' }).click()
    await other.getByLabel('无操作自动退出(分钟)').waitFor()
    await picture(other, 'security-settings')
  })

  it('that is new changes its password first, then sees its own page', async () => {
    const person = await openVisitor(browser, house, DESK)
    const { page } = person
    await fillSignIn(page, house, 'heting', firstPassword)
    await page.getByRole('heading', { name: '登录后的安全要求' }).waitFor()
    await page.getByLabel('当前密码').fill(firstPassword)
    await page.getByLabel('新密码', { exact: true }).fill('Kq7-vbm-Xth-Rwdz')
    await page.getByLabel('再输一次新密码').fill('Kq7-vbm-Xth-Rwdz')
    await picture(page, 'change-password')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByRole('heading', { name: '等我处理' }).waitFor()
    await page.getByRole('button', { name: /^账号/ }).click()
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    await page.getByRole('heading', { name: '登录中的设备' }).waitFor()
    await page.getByRole('button', { name: '新建令牌' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('报表取数')
    await dialog.getByLabel('权限').click()
    await page.locator('.ant-select-item-option').first().click()
    await page.keyboard.press('Escape')
    await dialog.getByLabel('当前密码').fill('Kq7-vbm-Xth-Rwdz')
    await dialog.getByRole('button', { name: '建立' }).click()
    expect(await dialog.locator('.account-secret').innerText()).toMatch(/^qd_[0-9a-f]{32}_/)
    await picture(page, 'token')
    await dialog.getByRole('button', { name: '已经复制' }).click()
    await page.getByRole('cell', { name: '报表取数', exact: true }).waitFor()
    await picture(page, 'account')
    await page.setViewportSize(PHONE)
    expect(await excessWidth(page)).toBe(0)
    await picture(page, 'account-phone')
    expect(person.troubles).toEqual([])
  })

  it('leaves nothing in the console', () => {
    expect([...system.troubles, ...security.troubles]).toEqual([])
  })
})
