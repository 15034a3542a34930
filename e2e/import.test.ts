import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseTyped } from './choose-typed.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { longSheet, messySheet } from './import/messy-sheet.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

describe.skipIf(whyNoBrowser)(`bringing a spreadsheet in${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  /** The address of the sheet with problems. */
  let wrong = ''

  beforeAll(async () => {
    house = await openQuarterdeck()
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const picture = async (page: Page, name: string) => {
    if (!process.env.QUARTERDECK_LOOK) return
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${process.env.QUARTERDECK_LOOK}/${name}.png` })
  }
  const open = async (page: Page) => {
    await page.goto(`${house.address}/ledger/import`)
    await page.getByRole('heading', { name: '导入台账' }).waitFor()
  }
  const hand = (page: Page, file: ReturnType<typeof messySheet>) =>
    page.getByTestId('sheet-file').setInputFiles(file)
  const count = (page: Page, name: string) =>
    page.locator('.sheet-counts > div').filter({ hasText: name }).locator('dd').first().innerText()
  const check = async (page: Page) => {
    await page.getByRole('button', { name: '检查全部行' }).click()
    await page.getByRole('button', { name: '重新检查' }).first().waitFor()
  }

  it('is reached from the ledger, and refuses what is no spreadsheet with a sentence', async () => {
    const { page } = officer
    await page.goto(`${house.address}/ledger`)
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.waitForURL(/\/ledger\/import$/)
    await page.getByText('还没有导入过表格').waitFor()
    await picture(page, 'import-empty')
    const buffer = Buffer.from('<html><table><tr><td>事项')
    await hand(page, { name: '网页.xls', mimeType: 'application/vnd.ms-excel', buffer })
    await page.getByRole('alert').getByText('没有收下 网页.xls').waitFor()
    await page.getByRole('alert').getByText('另存为 .xlsx').waitFor()
    await picture(page, 'import-refused')
  })

  it('proposes what each column holds; a column that it does not know is named by hand', async () => {
    const { page } = officer
    await open(page)
    await hand(page, messySheet())
    await page.waitForURL(/\/ledger\/import\?id=/)
    const table = page.getByRole('table', { name: '列的对应与读法' })
    await table
      .getByRole('row', { name: /责任分工 \/ 牵头单位/ })
      .getByText('牵头单位', { exact: true })
      .waitFor()
    expect(await page.getByLabel('表头首行').inputValue()).toBe('3')
    expect(await page.getByLabel('表头末行').inputValue()).toBe('4')
    expect(await page.getByLabel('表的年份').inputValue()).toBe('2026')
    await picture(page, 'import-mapping')
    await table.getByRole('combobox', { name: /I 列/ }).click()
    await chooseTyped(page, '联系人')
    await table
      .getByRole('row', { name: /经办同志/ })
      .getByText('人工指定')
      .waitFor()
  })

  it('says of each wrong cell where it stands and what to do; nothing can be entered', async () => {
    const { page } = officer
    await check(page)
    wrong = page.url()
    const problems = page.getByRole('table', { name: '问题' })
    const day = problems.getByRole('row').filter({ hasText: '2月30日' })
    expect((await day.innerText()).replace(/\s+/g, ' ')).toMatch(
      /^9 E 完成时限 2月30日 “2月30日”不是存在的日期/,
    )
    expect(await count(page, '问题行')).toBe('1')
    expect(await count(page, '新增')).toBe('4')
    const enter = page.getByRole('button', { name: /导入 4 行/ })
    expect(await enter.getAttribute('aria-disabled')).toBe('true')
    await page.getByText('1 行有问题').first().waitFor()
    await picture(page, 'import-problems')
    await takePicture(page, 'import')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载全部问题（csv）' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect(csv).toContain('河湖中心')
    await page.getByRole('tab', { name: '预览前几行' }).click()
    const preview = page.getByRole('table', { name: '预览前几行' })
    const first = await preview.getByRole('row', { name: /老旧小区电梯/ }).innerText()
    expect(first.split('\t').map((cell) => cell.trim())).toEqual([
      '5',
      '+ 新增',
      '甲-1',
      '老旧小区电梯加装一百台',
      '浦东新区',
      '徐汇区、市住房城乡建设管理委',
      '2026-09-30',
      '办理中',
      '40%',
    ])
    await picture(page, 'import-preview')
  })

  it('lets a person say which unit an unknown name means', async () => {
    const { page } = officer
    await page.getByRole('tab', { name: /未识别的单位/ }).click()
    await page.getByRole('combobox', { name: '“河湖中心”是哪个单位' }).click()
    await chooseTyped(page, '市水务局')
    await picture(page, 'import-units')
    await page.getByRole('tabpanel').getByRole('button', { name: '重新检查' }).click()
    await expect.poll(() => page.getByRole('tab', { name: /未识别的单位/ }).count()).toBe(0)
    await page.getByRole('table', { name: '问题' }).getByText('2月30日', { exact: true }).waitFor()
  })

  it('enters the corrected sheet with what was decided for its headings before', async () => {
    const { page } = officer
    await open(page)
    await hand(page, messySheet({ isRight: true }))
    await page.getByText('表头与上次相同').waitFor()
    await check(page)
    expect(await count(page, '问题行')).toBe('0')
    await picture(page, 'import-sound')
    await page.getByRole('button', { name: '导入 5 行' }).click()
    await page.getByText('已写入：新增 5 项，更新 0 项').waitFor()
    await picture(page, 'import-done')
    await page.getByRole('link', { name: '到台账查看' }).click()
    const row = page.getByRole('table', { name: '台账' }).getByRole('row').filter({ hasText: '滨江步道贯通' })
    await row.getByText('市水务局').waitFor()
    await row.getByText('2026-12-31').waitFor()
  })

  it('changes nothing when the same sheet comes again', async () => {
    const { page } = officer
    await open(page)
    await hand(page, messySheet({ isRight: true }))
    await page.waitForURL(/id=/)
    await check(page)
    expect(await count(page, '新增')).toBe('0')
    expect(await count(page, '更新')).toBe('0')
    expect(await count(page, '不变')).toBe('5')
    await page.getByText('与台账一致，没有可写入的内容').first().waitFor()
  })

  it('shows how far it is and stops when told to', async () => {
    const { page } = officer
    await open(page)
    await hand(page, longSheet(30_000))
    await page.waitForURL(/id=/)
    await page.getByRole('button', { name: '检查全部行' }).click()
    await page.getByText(/\/ 30001 行|^\d+ 行$/).waitFor()
    await picture(page, 'import-checking')
    await page.getByRole('button', { name: '停止检查' }).click()
    await page.getByText('已取消，台账没有变化').waitFor()
    await picture(page, 'import-cancelled')
    await page.getByRole('link', { name: '返回导入列表' }).click()
    const list = page.getByRole('table', { name: '最近的导入' })
    await list.getByRole('row', { name: /长表\.csv.*已取消/ }).waitFor()
    await list.getByRole('row', { name: /重点工作任务分解表\.xlsx.*已导入/ }).waitFor()
    await picture(page, 'import-list')
  }, 60_000)

  it('is not for a unit: neither the button nor the page', async () => {
    const liaison = await openVisitor(browser, house)
    await liaison.signIn('pudong')
    await liaison.page.goto(`${house.address}/ledger`)
    const button = liaison.page.getByRole('button', { name: /^导入/ })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await liaison.page.goto(wrong)
    await liaison.page.getByText('你的角色不能看这一页').waitFor()
    await liaison.page.close()
  })

  it('says so when the address names no import', async () => {
    const { page } = officer
    await page.goto(`${house.address}/ledger/import?id=00000000-0000-7000-8000-000000000000`)
    await page.getByText('没有这次导入').waitFor()
    await picture(page, 'import-missing')
  })

  it('fits a phone', async () => {
    const { page, signIn } = await openVisitor(browser, house, PHONE)
    await signIn('duban')
    await open(page)
    await page.getByRole('table', { name: '最近的导入' }).waitFor()
    expect(await excessWidth(page), 'list').toBeLessThanOrEqual(0)
    await picture(page, 'import-phone-list')
    await page.goto(wrong)
    await page.getByRole('table', { name: '问题' }).waitFor()
    expect(await excessWidth(page), 'problems').toBeLessThanOrEqual(0)
    await picture(page, 'import-phone-problems')
    await page.getByText('列的对应与读法').first().click()
    await page.getByRole('table', { name: '列的对应与读法' }).waitFor()
    expect(await excessWidth(page), 'mapping').toBeLessThanOrEqual(0)
    await picture(page, 'import-phone-mapping')
    await page.context().close()
  }, 60_000)

  it('asked no other host, broke no content policy, logged no error', () => {
    expect(officer.troubles).toEqual([])
  })
})
