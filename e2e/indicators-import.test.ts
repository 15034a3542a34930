import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { chooseTyped } from './choose-typed.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { messyTable } from './indicators/messy-table.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { DESK, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

vi.setConfig({ testTimeout: 180_000 })

const PICTURES = process.env.QUARTERDECK_PICTURES
/** A busy machine builds a page of this size in seconds. */
const PATIENCE = 30_000

/** Fictional: a review of one page that makes two claims. */
const CLAIMS = [
  '季度工作点评',
  '云泊新区社会消费品零售总额居全市第一。',
  '青渡区固定资产投资24.15亿元，居全市第二。',
].join('\n')

describe.skipIf(whyNoBrowser)(`bringing statistics in${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let statistician: Visitor
  let page: Page

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock: movableClock('2024-05-13') })
    browser = await openChromium()
    statistician = await openVisitor(browser, house)
    await statistician.signIn('statistician')
    page = statistician.page
    page.setDefaultTimeout(PATIENCE)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const open = (path: string) => page.goto(`${house.address}${path}`)
  const hand = (file: ReturnType<typeof messyTable>) => page.getByTestId('sheet-file').setInputFiles(file)
  const count = (name: string) =>
    page.locator('.sheet-counts > div').filter({ hasText: name }).locator('dd').first().innerText()
  const check = async () => {
    await page
      .getByRole('button', { name: /检查全部数值|重新检查/ })
      .first()
      .click()
    await page.getByRole('button', { name: '重新检查' }).first().waitFor()
  }
  /** At an office's screen and on a phone, where nothing may be wider than the window. */
  const look = async (name: string, of = page) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      await of.setViewportSize(viewport)
      await of.waitForTimeout(PICTURES ? 500 : 50)
      if (PICTURES) await of.screenshot({ path: `${PICTURES}/work-${name}-${size}.png`, fullPage: true })
      expect(await excessWidth(of), `${name} at ${size}`).toBeLessThanOrEqual(0)
    }
  }
  const confirmAll = async (reason: string) => {
    await page.getByRole('tab', { name: /数据质量/ }).click()
    const open = page.getByRole('textbox', { name: /确认“.+”这一条的理由/ })
    for (let left = await open.count(); left > 0; left = await open.count()) {
      await open.first().fill(reason)
      await page.getByRole('button', { name: '确认无误' }).first().click()
      await expect.poll(() => open.count(), { timeout: PATIENCE }).toBe(left - 1)
    }
  }

  it('reads a messy workbook by itself: the sheet with the table, its headings, months and measures', async () => {
    await open('/indicators/import')
    await page.getByText('还没有导入过统计表').waitFor()
    await look('import-empty')
    await hand(messyTable())
    await page.waitForURL(/import\?id=/)
    await page.getByText('单位在行、指标与时期在列').waitFor()
    expect(await page.getByLabel('表头首行').inputValue()).toBe('3')
    expect(await page.getByLabel('表头末行').inputValue()).toBe('4')
    expect(await page.getByRole('textbox', { name: 'B 列的指标' }).inputValue()).toBe('社会消费品零售总额')
    expect(await page.getByRole('textbox', { name: 'B 列的时期' }).inputValue()).toBe('2024年4月')
    expect(await page.getByRole('textbox', { name: 'D 列的计量单位' }).inputValue()).toBe('万元')
    await look('import-mapping')
  })

  it('says of each wrong cell where it stands; two errors are mended on screen', async () => {
    await check()
    const problems = page.getByRole('table', { name: '问题格' })
    await problems.getByRole('row', { name: /E7.*▲3.9.*带有三角符号/ }).waitFor()
    await problems.getByRole('row', { name: /A12.*苇洲新区/ }).waitFor()
    expect(await count('问题格')).toBe('6')
    await page.getByText('6 格读不出').first().waitFor()
    await look('import-problems')

    await page.getByText('表是怎么读的').click()
    await page.getByRole('checkbox', { name: '▲ 表示负数' }).check()
    await page.getByRole('tab', { name: /不认识的名称/ }).click()
    await page.getByRole('combobox', { name: '“苇洲新区”是什么' }).click()
    await chooseTyped(page, '苇洲区')
    await page.getByRole('tabpanel').getByTitle('苇洲区', { exact: true }).waitFor()
    await look('import-names')
    await page.getByRole('tabpanel').getByRole('button', { name: '重新检查' }).click()
    await expect.poll(() => count('问题格'), { timeout: PATIENCE }).toBe('0')
    expect(await count('新增')).toBe('16')
  })

  it('wants a person to confirm what is doubtful, with a reason, and then publishes a vintage', async () => {
    await page
      .getByText(/还有 \d 个疑点没有人确认/)
      .first()
      .waitFor()
    await page.getByRole('tab', { name: /数据质量/ }).click()
    await page.getByText('7个单位合计为284.8，而总计为287.5').waitFor()
    await look('import-findings')
    await confirmAll('全市数含不分区部分')
    await page.getByRole('textbox', { name: '数据来源' }).fill('泊江市统计局月报')
    await page.getByRole('textbox', { name: '说明' }).fill('快报数')
    await page.getByRole('button', { name: '发布 16 个数值' }).click()
    await page.getByText(/已发布为第 3 版/).waitFor()
    await look('import-done')
    await page.getByRole('link', { name: '看 retail-sales 的排名' }).click()
    const first = page.getByRole('row').filter({ hasText: '云泊新区' }).first()
    await first.getByText('83.60').waitFor()
  })

  it('keeps what was decided for these headings, and revises as another vintage', async () => {
    await open('/indicators/import')
    await hand(messyTable({ isRevised: true }))
    await page.getByText('表头与上次相同').waitFor()
    await check()
    expect(await count('问题格')).toBe('0')
    expect(await count('修订')).toBe('2')
    await confirmAll('市统计局核定后修订')
    await page.getByRole('textbox', { name: '说明' }).fill('核定数')
    await page.getByRole('button', { name: '发布 2 个数值' }).click()
    await page.getByText(/已发布为第 4 版/).waitFor()
    await open('/indicators/vintages')
    const list = page.getByRole('table', { name: '数据版本' })
    await list.getByRole('row', { name: /第 4 版.*核定数/ }).waitFor()
    await list.getByRole('row', { name: /第 3 版.*快报数/ }).waitFor()
    await list
      .getByRole('row', { name: /第 4 版/ })
      .getByRole('button', { name: '重新核对' })
      .click()
    await list.getByText('与发布时一致').waitFor()
    await look('vintages')
    const value = async (query: string) => {
      await open(`/indicators/retail-sales?period=2024-04${query}`)
      const row = page.getByRole('row').filter({ hasText: '望汐区' }).first()
      await row.waitFor()
      return row.innerText()
    }
    expect(await value('&asOf=3')).toContain('35.10')
    expect(await value('')).toContain('36.90')
  })

  it('freezes the table as a numbered publication', async () => {
    await page.getByRole('button', { name: '定版' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '定版' }).click()
    await page.waitForURL(/\/indicators\/publications\/1$/)
    await open('/indicators/publications')
    await page
      .getByRole('table', { name: '已发布榜单' })
      .getByRole('row')
      .nth(1)
      .getByText('第 4 版')
      .waitFor()
    await look('publications')
  })

  it('checks what a report claims on the numbers, once a person has said what is meant', async () => {
    const officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    officer.page.setDefaultTimeout(PATIENCE)
    const { request } = officer.page
    const { csrfToken } = await (await request.get(`${house.address}/api/session`)).json()
    const post = async (path: string, data: object) => {
      const answer = await request.post(`${house.address}${path}`, {
        headers: { 'x-csrf-token': csrfToken },
        data,
      })
      expect(answer.ok(), await answer.text()).toBe(true)
      return answer.json()
    }
    const report = await post('/api/reports', { text: CLAIMS, reportDate: '2024-05' })
    await post(`/api/reports/${report.id}/accept-above`, { minConfidence: 0 })
    await officer.page.goto(`${house.address}/indicators/claims`)
    await officer.page.getByRole('table', { name: '各份报道的论断' }).getByRole('link').first().click()
    const line = (words: string) => officer.page.getByRole('listitem').filter({ hasText: words }).first()
    await line('云泊新区').getByText('待人确认').waitFor()
    await line('云泊新区').getByRole('button', { name: '确认或更换指标' }).click()
    await look('claim-match', officer.page)
    const dialog = officer.page.getByRole('dialog')
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('textbox', { name: '时期' }).fill('2024年4月')
    await dialog.getByRole('textbox', { name: '时期' }).press('Enter')
    await dialog.getByRole('button', { name: '确认并核对' }).click()
    await line('云泊新区').getByText('属实').waitFor()
    await line('云泊新区').getByText('名次相符').waitFor()
    await look('claims', officer.page)
    await officer.page.emulateMedia({ media: 'print' })
    if (PICTURES) await officer.page.screenshot({ path: `${PICTURES}/work-claims-print.png`, fullPage: true })
    await officer.page.emulateMedia({ media: 'screen' })
    await officer.page.goto(`${house.address}/indicators/claims?verdict=confirmed`)
    await line('云泊新区').getByText('属实').waitFor()
    await look('claims-list', officer.page)
    expect(officer.troubles).toEqual([])
    await officer.page.close()
  })

  it('lets a unit report by keyboard, doubts what is far from the history, and a statistician verifies', async () => {
    const liaison = await openVisitor(browser, house)
    await liaison.signIn('qingdu')
    const at = liaison.page
    at.setDefaultTimeout(PATIENCE)
    await at.goto(`${house.address}/indicators/entry?period=2024-04`)
    const cell = (name: string) => at.getByRole('textbox', { name: `青渡区 ${name}`, exact: true })
    await cell('规上工业总产值').fill('70.1')
    await cell('规上工业总产值').press('Enter')
    expect(await at.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('青渡区 固定资产投资')
    await at.keyboard.type('约3')
    await at.getByText('不是数值').first().waitFor()
    await look('entry', at)
    await at.keyboard.press('Escape')
    await cell('热线工单').fill('900000')
    await at.getByRole('button', { name: '提交 2 个数值' }).click()
    await at.getByRole('alert').getByText('尚未提交').waitFor()
    await look('entry-doubt', at)
    await at.getByRole('checkbox', { name: '已核对无误' }).first().check()
    await at.getByRole('button', { name: '提交 2 个数值' }).click()
    await at.getByText('没有未提交的改动').waitFor()
    expect(liaison.troubles).toEqual([])
    await at.close()

    await open('/indicators/entry?period=2024-04&part=verify')
    const table = page.getByRole('table', { name: '核验与发布' })
    await table
      .getByRole('row', { name: /热线工单/ })
      .getByRole('checkbox')
      .check()
    await page.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('请核对件数')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /退\s?回/ })
      .click()
    await table.getByText('请核对件数').waitFor()
    await table
      .getByRole('row', { name: /规上工业总产值/ })
      .getByRole('checkbox')
      .check()
    await page.getByRole('button', { name: '核验通过' }).click()
    await table.getByText('已核验').waitFor()
    await look('verify')
    await page.getByRole('button', { name: '发布已核验的 1 个' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '数据来源' }).fill('各区填报')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发\s?布/ })
      .click()
    await page.getByText('已发布为第 5 版').waitFor()
    await open('/indicators/entry?period=2024-04')
    await look('entry-grid')
  })

  it('changes a definition from a day on; a formula says where it is wrong and what it comes to', async () => {
    await open('/indicators/energy-intensity/edit')
    const formula = page.getByRole('textbox', { name: '公式' })
    await formula.fill('industry-energy ÷ industry-outptu')
    await page.getByText('是否应为').waitFor()
    await look('define-wrong')
    await formula.fill('industry-energy ÷ industry-output')
    await page.getByText('公式可用').waitFor()
    await page.getByRole('textbox', { name: '负责岗位' }).fill('统计科科长')
    await page.getByLabel('从哪一天起').fill('2024-05-01')
    await page.getByLabel('从哪一天起').press('Enter')
    await page.getByRole('textbox', { name: '修改理由' }).fill('明确责任')
    await look('define')
    const save = page.getByRole('button', { name: '保存' })
    await expect.poll(() => save.innerText()).toMatch(/^保\s?存$/)
    await save.click()
    await page.waitForURL(/\/indicators\/energy-intensity(\?|$)/)
  })

  it('changes a target in its table, and shows by which rules it looks for alerts', async () => {
    await open('/indicators/targets?indicator=investment&period=2024')
    const value = page.getByRole('textbox', { name: '青渡区 investment 的目标值' })
    await value.fill('三百')
    await page.getByText('改动 1 行').waitFor()
    expect(await page.getByRole('button', { name: /^保存/ }).getAttribute('aria-disabled')).toBe('true')
    await value.fill('330')
    await page.getByRole('button', { name: /^保存/ }).click()
    await page.getByText('没有改动').first().waitFor()
    await page.reload()
    expect(await value.inputValue()).toBe('330')
    await look('targets')
    await open('/indicators/alerts?part=rules')
    await page.getByRole('table', { name: '规则' }).getByText('连续 3 期变差').waitFor()
    await look('alert-rules')
    await open('/indicators/alerts')
    await page.getByRole('combobox', { name: '状态' }).waitFor()
    await page.getByText(/没有预警|共 \d+ 条/).waitFor()
    await look('alerts')
  })

  it('asked for nothing elsewhere and broke nothing unseen', () => {
    expect(statistician.troubles).toEqual([])
  })
})
