import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fixedClock } from '../src/kernel/clock.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

vi.setConfig({ testTimeout: 120_000 })

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`the ledger's settings${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor

  beforeAll(async () => {
    // A Tuesday; the item is due on the Friday.
    house = await openQuarterdeck({ clock: fixedClock('2026-04-14T02:00:00Z') })
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    const { request } = officer.page
    const { csrfToken } = await (await request.get(`${house.address}/api/session`)).json()
    const { units } = await (await request.get(`${house.address}/api/units`)).json()
    const leadUnitId = units.find(({ name }: { name: string }) => name === '浦东新区').id
    const answer = await request.post(`${house.address}/api/items`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { title: '汛前泵站检修', leadUnitId, startOn: '2026-04-01', dueOn: '2026-04-17' },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const open = async (page: Page, query: string, ready: string) => {
    await page.goto(`${house.address}/ledger/settings${query}`)
    await page.getByRole('heading', { name: ready }).first().waitFor()
  }
  const picture = async (page: Page, name: string) => {
    if (!PICTURES) return
    await page.mouse.move(0, 0)
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${PICTURES}/settings-${name}.png`, fullPage: true })
  }
  const lightInLedger = async (page: Page) => {
    await page.goto(`${house.address}/ledger`)
    const row = page.getByRole('row', { name: /汛前泵站检修/ })
    await row.waitFor()
    return row.innerText()
  }

  it('is reached from the ledger, and changes limits and reminders', async () => {
    const { page } = officer
    await page.goto(`${house.address}/ledger`)
    await page.getByRole('button', { name: '设置' }).click()
    await page.getByRole('heading', { name: '交办后的时限' }).waitFor()
    await picture(page, 'limits')
    const signing = page.getByRole('group', { name: '签收' })
    await signing.getByRole('spinbutton', { name: '时限数' }).fill('2')
    await page.getByRole('spinbutton', { name: '第 2 步的工作日数' }).fill('1')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('alert').getByText('第 2 步在逾期 1 个工作日').waitFor()
    await picture(page, 'limits-refused')
    await page.getByRole('spinbutton', { name: '第 2 步的工作日数' }).fill('4')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('第 1 版').waitFor()
    expect(await signing.getByRole('spinbutton', { name: '时限数' }).inputValue()).toBe('2')
  })

  it('reads shipped rules, copies one, and tells before it is in force which lights turn', async () => {
    const { page } = officer
    expect(await lightInLedger(page)).toContain('蓝灯')
    await open(page, '?part=lights', '通用规则')
    await picture(page, 'lights')
    expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '复制为自定规则' }).click()
    await page.getByRole('textbox', { name: '代码' }).fill('pudong')
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('本市规则')
    await page.getByRole('spinbutton', { name: '第 1 条 天数' }).fill('400')
    await page.getByRole('spinbutton', { name: '第 1 条 天数' }).fill('2')
    await page.getByRole('combobox', { name: '第 1 条 时限单位' }).click()
    await page.getByTitle('个工作日').click()
    await picture(page, 'editor')
    await page.getByRole('button', { name: '看影响并保存' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('假如启用这套规则').waitFor()
    await dialog.getByRole('row', { name: '蓝灯 绿灯 1' }).waitFor()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '本市规则' }).waitFor()
    await page.getByRole('button', { name: '启用' }).click()
    await dialog.getByRole('row', { name: '蓝灯 绿灯 1' }).waitFor()
    await picture(page, 'effect')
    await dialog.getByRole('button', { name: '启用' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('article').getByText('使用中').waitFor()
    await picture(page, 'own-set')
    expect(await lightInLedger(page)).toContain('绿灯')
  })

  it('says which rules contradict each other, and saves none of them', async () => {
    const { page } = officer
    await open(page, '?part=lights&set=pudong', '本市规则')
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByRole('combobox', { name: '第 1 条 灯' }).click()
    await page.locator('.ant-select-dropdown:visible').getByText('红灯').click()
    await page.getByRole('combobox', { name: '第 3 条 灯' }).click()
    await page.locator('.ant-select-dropdown:visible').getByText('黄灯').click()
    await page.getByRole('combobox', { name: '第 3 条 时限单位' }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle('个工作日').click()
    await page.getByRole('button', { name: '看影响并保存' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('颜色轻重颠倒').first().waitFor()
    expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
    await picture(page, 'faults')
    await dialog.getByRole('button', { name: '取消' }).click()
  })

  it('adds a local day off, shows what turns, and the light turns', async () => {
    const { page } = officer
    await open(page, '?part=calendar', '2026 年的本市日子')
    await picture(page, 'calendar')
    await page.getByRole('textbox', { name: '日期' }).fill('2026-04-16')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '事由' }).fill('台风停工')
    await page.getByRole('textbox', { name: '依据文件' }).fill('市防汛指挥部通告')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByRole('listitem').filter({ hasText: '台风停工' }).waitFor()
    await picture(page, 'calendar-unsaved')
    await page.getByRole('button', { name: '看影响并保存' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('row', { name: '绿灯 蓝灯 1' }).waitFor()
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('全年 247 个工作日').waitFor()
    await picture(page, 'calendar-saved')
    expect(await lightInLedger(page)).toContain('蓝灯')
  })

  it('says that a year lacks data, and what it takes to complete it', async () => {
    const { page } = officer
    await open(page, '?part=calendar&year=2027', '2027 年的本市日子')
    await page.getByText('2027 年还没有工作日安排').waitFor()
    await picture(page, 'calendar-missing')
    await page.getByRole('checkbox', { name: /全部填入/ }).check()
    await page.getByRole('button', { name: '看影响并保存' }).click()
    await page.getByRole('dialog').getByText('2027 年的工作日历没有补全').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  })

  it('is to read only for whoever may not change it', async () => {
    const auditor = await openVisitor(browser, house)
    await auditor.signIn('auditor')
    const { page } = auditor
    for (const [part, ready] of [
      ['', '交办后的时限'],
      ['?part=lights', '本市规则'],
      ['?part=calendar', '2026 年的本市日子'],
    ] as const) {
      await open(page, part, ready)
      await page.getByText('只能查看，不能更改').first().waitFor()
      for (const name of ['保存', '启用', '修改', '复制为自定规则', '加入'])
        expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
    }
    await picture(page, 'read-only')
    expect(auditor.troubles).toEqual([])
  })

  it('fits a phone', async () => {
    const phone = await openVisitor(browser, house, PHONE)
    await phone.signIn('duban')
    const { page } = phone
    for (const [part, ready, name] of [
      ['', '交办后的时限', 'limits'],
      ['?part=lights', '本市规则', 'lights'],
      ['?part=calendar', '2026 年的本市日子', 'calendar'],
    ] as const) {
      await open(page, part, ready)
      expect(await excessWidth(page), name).toBeLessThanOrEqual(0)
      await picture(page, `phone-${name}`)
    }
    await open(page, '?part=lights', '本市规则')
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByRole('button', { name: '看影响并保存' }).waitFor()
    expect(await excessWidth(page), 'editor').toBeLessThanOrEqual(0)
    await picture(page, 'phone-editor')
    expect([...officer.troubles, ...phone.troubles]).toEqual([])
  })
})
