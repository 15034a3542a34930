import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseTyped } from './choose-typed.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import {
  activeRow,
  dropFile,
  enterRoom,
  excessWidth,
  goToStatement,
  openVisitor,
  PHONE,
  selectAcrossMarks,
  type Visitor,
} from './visitor.ts'

const SAMPLE = join(import.meta.dirname, '../packs/shanghai/sample-report/first-try.txt')

describe.skipIf(whyNoBrowser)(`the rooms${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor

  beforeAll(async () => {
    house = await openQuarterdeck()
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  it('refuses a wrong password and an empty file with a sentence', async () => {
    const stranger = await openVisitor(browser, house)
    await stranger.page.goto(house.address)
    await stranger.page.getByRole('textbox', { name: '用户名' }).fill('duban')
    await stranger.page.getByRole('textbox', { name: '密码' }).fill('wrong')
    await stranger.page.keyboard.press('Enter')
    await stranger.page.getByRole('alert').getByText('用户名或密码').waitFor()
    const { page } = officer
    await page.goto(`${house.address}/reports`)
    await page.getByRole('button', { name: '粘贴文字' }).click()
    await page.getByRole('textbox', { name: '报道文字' }).fill('今天天气很好。')
    await page.getByRole('button', { name: '放入' }).click()
    await page.getByRole('alert').getByText('没有收下').waitFor()
    await page.getByRole('alert').getByText('没有找到会议').waitFor()
  })

  it('is worked by keyboard alone: accept, reject, undo, correct, filter, help', async () => {
    const { page } = officer
    await page.goto(`${house.address}/reports`)
    await page.getByRole('heading', { name: '报道', exact: true }).waitFor()
    await dropFile(page, SAMPLE)
    await activeRow(page).waitFor()
    const key = (name: string) => page.keyboard.press(name)
    await key('?')
    await page.getByRole('dialog', { name: '键盘快捷键' }).waitFor()
    await key('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await goToStatement(page, '排名')
    const id = await activeRow(page).getAttribute('data-statement')
    const row = page.locator(`[data-statement="${id}"]`)
    await key('x')
    await row.getByText('已否决').waitFor()
    await key('u')
    await row.getByText('待定').waitFor()
    await key('e')
    const drawer = page.getByRole('dialog', { name: '更正陈述' })
    await drawer.getByRole('textbox', { name: '内容' }).fill('更正过的指标')
    await key('Control+Enter')
    await row.getByText('更正过的指标').waitFor()
    await drawer.waitFor({ state: 'hidden' })
    await key('a')
    await row.getByText('已采纳').waitFor()
    await key('/')
    await page.keyboard.type('更正过')
    await expect.poll(() => page.locator('[data-statement]').count()).toBe(1)
    await key('Control+a')
    await key('Delete')
    await key('Escape')
    await expect.poll(() => page.locator('[data-statement]').count()).toBeGreaterThan(20)
  })

  it('adds a statement from selected text, tied to exactly the selected characters', async () => {
    const { page } = officer
    const selected = await selectAcrossMarks(page, 3, 5)
    await page.keyboard.press('n')
    const drawer = page.getByRole('dialog', { name: '加一条陈述' })
    await drawer.getByRole('textbox', { name: '内容' }).fill('选中文字加的一条')
    await drawer.getByRole('button', { name: '保存' }).click()
    await page.locator('[data-statement]', { hasText: '选中文字加的一条' }).waitFor()
    const reportId = new URL(page.url()).pathname.split('/').at(-1)
    const read = async (path: string) =>
      (await page.request.get(`${house.address}/api/reports/${reportId}${path}`)).json()
    const { statements } = await read('/statements')
    const added = statements.find((one: { subject: string }) => one.subject === '选中文字加的一条')
    expect(added.spans).toEqual([selected])
    expect(added.quote).toEqual([(await read('')).text.slice(...selected)])
  })

  it('splits a statement in two', async () => {
    const { page } = officer
    await goToStatement(page, '任务', '待定')
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: '拆成几条' })
    await dialog.getByRole('textbox', { name: '第 1 条' }).fill('前一半')
    await dialog.getByRole('textbox', { name: '第 2 条' }).fill('后一半')
    const parts = dialog.getByRole('button', { name: /去掉第/ })
    while ((await parts.count()) > 2) await parts.last().click()
    await dialog.getByRole('button', { name: '拆分', exact: true }).click()
    for (const part of ['前一半', '后一半'])
      await page.locator('[data-statement]', { hasText: part }).waitFor()
  })

  it('takes a decision back when somebody else was faster, and offers to reload', async () => {
    const { page } = officer
    await goToStatement(page, '短板', '待定')
    const id = await activeRow(page).getAttribute('data-statement')
    const row = page.locator(`[data-statement="${id}"]`)
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const reportId = new URL(page.url()).pathname.split('/').at(-1)
    const { statements } = await (
      await page.request.get(`${house.address}/api/reports/${reportId}/statements`)
    ).json()
    const { version } = statements.find((one: { id: string }) => one.id === id)
    await page.request.post(`${house.address}/api/statements/${id}/decide`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { version, decision: 'reject' },
    })
    await page.keyboard.press('a')
    const refusal = page.getByRole('alert').filter({ hasText: '刚被别人改过' })
    await refusal.waitFor()
    await row.getByText('待定').waitFor()
    await refusal.getByRole('button', { name: '重新载入' }).click()
    await row.getByText('已否决').waitFor()
  })

  it('shows a liaison only the own unit, and says why the rest is closed', async () => {
    const { page } = officer
    for (const [title, unit] of [
      ['浦东事项', '浦东新区'],
      ['徐汇事项', '徐汇区'],
    ] as const) {
      await page.goto(`${house.address}/ledger`)
      await page.getByRole('button', { name: '新建事项' }).click()
      const dialog = page.getByRole('dialog', { name: '新建事项' })
      await dialog.getByRole('textbox', { name: '事项' }).fill(title)
      await dialog.getByRole('combobox', { name: '牵头单位' }).click()
      await chooseTyped(page, unit)
      await dialog.getByRole('button', { name: '保存' }).click()
      await page.getByRole('link', { name: title }).waitFor()
    }
    const liaison = await openVisitor(browser, house)
    await liaison.signIn('pudong')
    await enterRoom(liaison.page, '台账')
    await liaison.page.getByRole('link', { name: '浦东事项' }).waitFor()
    expect(await liaison.page.getByRole('link', { name: '徐汇事项' }).count()).toBe(0)
    const create = liaison.page.getByRole('button', { name: /新建事项/ })
    expect(await create.getAttribute('aria-disabled')).toBe('true')
    expect(await create.innerText()).toContain('不能这样做')
    await liaison.page.goto(`${house.address}/journal`)
    await liaison.page.getByText('你的角色不能看这一页').waitFor()
    expect(liaison.troubles).toEqual([])
  })

  it('gives a liaison’s own room the width of the window', async () => {
    const { page, signIn } = await openVisitor(browser, house)
    await signIn('pudong')
    await page.goto(`${house.address}/my-unit`)
    await page.getByRole('heading', { name: '浦东新区今日' }).waitFor()
    // The room once had the class of its own select, and with it that select's 240 pixels.
    const room = await page.locator('main > .desk').boundingBox()
    expect(room!.width).toBeGreaterThan(1000)
  })

  it('speaks English when asked, and remembers it', async () => {
    const { page } = await openEnglish()
    await page.goto(`${house.address}/ledger`)
    await page.getByRole('heading', { name: 'Ledger' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('navigation', { name: 'Menu' }).innerText()).not.toMatch(/[\u4e00-\u9fff]/)
  })

  async function openEnglish(): Promise<Visitor> {
    const visitor = await openVisitor(browser, house)
    await visitor.signIn('leader')
    await visitor.page.getByRole('button', { name: 'English' }).click()
    await visitor.page.getByRole('heading', { name: 'Waiting for me' }).waitFor()
    return visitor
  }

  it('fits a phone: no screen scrolls sideways', async () => {
    const { page, signIn } = await openVisitor(browser, house, PHONE)
    await signIn('duban')
    const wide: string[] = []
    const measure = async (name: string) => {
      await page.waitForTimeout(300)
      const excess = await excessWidth(page)
      if (excess > 0) wide.push(`${name} by ${excess}`)
    }
    await measure('/')
    for (const path of ['/reports', '/ledger', '/reviews', '/units', '/journal']) {
      await page.goto(`${house.address}${path}`)
      await page.locator('main table, main [role=alert]').first().waitFor()
      await measure(path)
    }
    for (const path of ['/reports', '/reviews']) {
      await page.goto(`${house.address}${path}`)
      await page.locator('main td a').first().click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await measure(`first of ${path}`)
    }
    expect(wide).toEqual([])
  })

  it('asked no other host, broke no content policy, logged no error', () => {
    expect(officer.troubles).toEqual([])
  })
})
