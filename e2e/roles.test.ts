import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, dayOf } from '../src/kernel/day.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { enrol } from './enrol.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { enterRoom, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

vi.setConfig({ testTimeout: 120_000 })

const PICTURES = process.env.QUARTERDECK_PICTURES
const TODAY = dayOf(new Date(), 'Asia/Shanghai')

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  await page.mouse.move(0, 0)
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

/** The same screen at the desk and on a phone; never wider than the window. */
async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, name)
  const desk = page.viewportSize()!
  await page.setViewportSize(PHONE)
  expect(await excessWidth(page), name).toBe(0)
  await picture(page, `${name}-phone`)
  await page.setViewportSize(desk)
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .getByText(option, { exact: true })
    .click()
}

async function fillDay(field: Locator, day: string): Promise<void> {
  await field.fill(day)
  await field.press('Enter')
}

/** The rooms that the menu leads to; the others stand there closed, with the reason. */
async function openRooms(page: Page): Promise<string[]> {
  const menu = page.getByRole('navigation', { name: '菜单' })
  await menu.getByRole('link').first().waitFor()
  return menu.getByRole('link').allInnerTexts()
}

describe.skipIf(whyNoBrowser)(`roles${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let security: Visitor
  const visitors: Visitor[] = []

  const visit = async (username: string): Promise<Page> => {
    const visitor = await openVisitor(browser, house)
    visitors.push(visitor)
    await visitor.signIn(username)
    return visitor.page
  }

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport' })
    browser = await openChromium()
    security = await openVisitor(browser, house)
    visitors.push(security)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  it('of the city are made from a built-in one, and changed after what changes was read', async () => {
    const { page } = security
    await enrol(security, { house, username: 'secadmin' })
    await page.getByRole('tab', { name: '角色与权限' }).click()
    await page.getByRole('columnheader', { name: /督查专员/ }).waitFor()
    await pictures(page, 'roles-matrix')
    await page.getByRole('button', { name: '新建角色' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('中文名称').fill('工程联络员')
    await dialog.getByLabel('英文名称').fill('works liaison')
    await choose(page, dialog.getByLabel('基础角色'), '单位联络员')
    await pictures(page, 'roles-new')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '修改 工程联络员' }).click()
    await choose(page, page.getByLabel('校核文稿 工程联络员'), '—')
    await choose(page, page.getByLabel('查看点评 工程联络员'), '—')
    await choose(page, page.getByLabel('查看台账 工程联络员'), '全部单位')
    await pictures(page, 'roles-draft')
    await page
      .getByRole('columnheader', { name: /工程联络员/ })
      .getByRole('button', { name: '保存' })
      .click()
    const sure = page.getByRole('dialog', { name: '修改“工程联络员”？目前没有人持有。' })
    const changes = await sure.getByRole('listitem').allInnerTexts()
    expect(changes.sort()).toEqual(['去掉：查看点评', '去掉：校核文稿', '改为全部单位：查看台账'].sort())
    await pictures(page, 'roles-diff')
    await sure.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '修改 工程联络员' }).waitFor()
  })

  it('are given at a unit for some days, and who may do what is looked up', async () => {
    const { page } = security
    await page.getByRole('tab', { name: '账号', exact: true }).click()
    await page.getByRole('button', { name: '管理 统计员' }).click()
    await picture(page, 'account-menu')
    await page.getByRole('menuitem', { name: '按单位、期限授权' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('目前没有代理').waitFor()
    await pictures(page, 'holdings')
    await drawer.getByRole('button', { name: '收回 统计员' }).click()
    await page.getByRole('dialog', { name: /^收回/ }).getByRole('button', { name: '收回' }).click()
    await drawer.getByText('没有业务角色').waitFor()
    await choose(page, drawer.getByRole('combobox', { name: '角色' }), '工程联络员')
    const unit = drawer.getByRole('combobox', { name: /单位/ })
    await unit.fill('青渡')
    await choose(page, unit, '青渡区')
    await fillDay(drawer.getByLabel('第一天'), TODAY)
    await fillDay(drawer.getByLabel('最后一天'), addDays(TODAY, 30))
    await pictures(page, 'holdings-filled')
    await drawer.getByRole('button', { name: '授予角色' }).click()
    await drawer.locator('tr', { hasText: '工程联络员' }).getByText(addDays(TODAY, 30)).waitFor()
    await pictures(page, 'holdings-given')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await page.locator('tr', { hasText: '工程联络员 · 青渡区' }).waitFor()
    await pictures(page, 'accounts-with-own-role')
    await page.getByRole('tab', { name: '谁能办什么' }).click()
    await pictures(page, 'who-may-empty')
    const permission = page.getByRole('combobox', { name: '权限' })
    await permission.fill('查看台账')
    await choose(page, permission, '查看台账')
    const lookedUp = page.getByRole('table', { name: '谁能办什么' })
    await lookedUp.locator('tr', { hasText: '工程联络员' }).waitFor()
    expect(await lookedUp.locator('tr', { hasText: '督查专员' }).count()).toBeGreaterThan(0)
    await pictures(page, 'who-may')
  })

  it('open exactly their rooms to whoever holds them', async () => {
    const page = await visit('statistician')
    const rooms = await openRooms(page)
    await picture(page, 'own-role-home')
    expect(rooms).toEqual(['首页', '本单位今日', '报道', '台账', '统计', '指标', '进度看板', '单位名录'])
    expect(await page.locator('.user-menu-role').innerText()).toContain('工程联络员')
    await page.goto(`${house.address}/review`)
    await page.getByText('你的角色不能看这一页').waitFor()
  })

  it('go to a deputy for a leave, who acts in the name of the one who is away', async () => {
    const page = await visit('duban')
    await page.goto(`${house.address}/account`)
    const panel = page.getByRole('region', { name: '请假与代理' })
    await panel.getByText('目前没有代理').waitFor()
    await pictures(page, 'leave-empty')
    await panel.getByRole('button', { name: '设置代理' }).click()
    const dialog = page.getByRole('dialog')
    await choose(page, dialog.getByLabel('代理人'), '青渡区联络员 · 青渡区')
    await fillDay(dialog.getByLabel('请假最后一天'), addDays(TODAY, 7))
    await pictures(page, 'leave-dialog')
    await dialog.getByRole('button', { name: '设置代理' }).click()
    await panel.getByText('青渡区联络员代督查专员').waitFor()
    await pictures(page, 'leave-set')

    const deputy = await visit('qingdu')
    await deputy.locator('.user-menu-role', { hasText: '代督查专员，至' }).waitFor()
    await enterRoom(deputy, '台账')
    await deputy.getByRole('button', { name: '新建事项' }).click()
    const form = deputy.getByRole('dialog', { name: '新建事项' })
    await form.getByRole('textbox', { name: '事项' }).fill('代理人立的一件事')
    await form.getByRole('button', { name: '保存' }).click()
    await deputy.getByRole('link', { name: '代理人立的一件事' }).click()
    await deputy.getByRole('heading', { level: 1, name: '代理人立的一件事' }).waitFor()
    await deputy.goto(`${deputy.url().split('?')[0]}?view=story`)
    await deputy.locator('.story-who', { hasText: '青渡区联络员代督查专员' }).waitFor()
    await pictures(deputy, 'leave-story')
  })

  it('and leaves leave their trace: what was done, by whom, and for whom', async () => {
    const page = await visit('auditor')
    await enterRoom(page, '操作日志')
    const acted = page.locator('tr', { hasText: '青渡区联络员代督查专员' })
    await acted.first().waitFor()
    expect(await acted.first().innerText()).toContain('ledger.item-created')
    await pictures(page, 'journal-leave')

    await security.page.getByRole('tab', { name: '账号', exact: true }).click()
    await security.page.getByRole('button', { name: '管理 青渡区联络员' }).click()
    await security.page.getByRole('menuitem', { name: '按单位、期限授权' }).click()
    await security.page.getByRole('dialog').getByText('代理中').waitFor()
    await pictures(security.page, 'holdings-leave')
  })

  it('leave nothing in the console', () => {
    expect(visitors.flatMap(({ troubles }) => troubles)).toEqual([])
  })
})
