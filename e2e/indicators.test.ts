import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { choose, fillLeague } from './indicators/composite-walk.ts'
import { seedIndicators } from './indicators/seed-indicators.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { DESK, enterRoom, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`looking at indicators${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let statistician: Visitor
  let page: Page
  let vintages: Awaited<ReturnType<typeof seedIndicators>>

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock: movableClock('2023-10-20') })
    vintages = await seedIndicators(house.asSystem())
    browser = await openChromium()
    statistician = await openVisitor(browser, house)
    await statistician.signIn('statistician')
    page = statistician.page
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  /** At an office's screen and on a phone, where nothing may be wider than the window. */
  const look = async (name: string) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      await page.setViewportSize(viewport)
      await page.waitForTimeout(PICTURES ? 500 : 50)
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${size}.png`, fullPage: true })
      expect(await excessWidth(page), `${name} at ${size}`).toBeLessThanOrEqual(0)
    }
    if (!PICTURES) return
    await page.emulateMedia({ media: 'print' })
    await page.screenshot({ path: `${PICTURES}/${name}-print.png`, fullPage: true })
    await page.emulateMedia({ media: 'screen' })
  }
  const open = (path: string) => page.goto(`${house.address}${path}`)
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })

  it('lists them with the newest period and vintage, and finds them by words and tag', async () => {
    await enterRoom(page, '指标')
    await row('诉求办结率').getByText('2023年9月').waitFor()
    await row('诉求办结率').getByText(`第 ${vintages.revised} 版`).waitFor()
    await row('屋顶绿化面积').getByText('尚未发布').waitFor()
    await look('indicators')
    await page.getByRole('searchbox', { name: '搜索名称、代码或标签' }).fill('技改')
    await row('诉求办结率').waitFor({ state: 'detached' })
    await row('人均技改投资').waitFor()
    await page.getByRole('searchbox', { name: '搜索名称、代码或标签' }).fill('没有这样的')
    await page.getByText('没有符合条件的指标').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await row('诉求办结率').waitFor()
  })

  it('shows who stands where, since when, and who is apart for what reason', async () => {
    await page.getByRole('link', { name: '诉求办结率' }).click()
    const league = page.getByRole('region', { name: '全市诉求办结率排名（2023年9月）' })
    await league.getByText('并列').first().waitFor()
    await page.locator('.chart-box svg').nth(2).waitFor()
    await look('indicator')
    await takePicture(page, 'indicator')
    await page.getByRole('button', { name: '上一期' }).click()
    await page.getByRole('region', { name: '全市诉求办结率排名（2023年8月）' }).waitFor()
    await page.keyboard.press(']')
    await league.waitFor()
  })

  it('goes back to what was published before a revision', async () => {
    const value = async () => row('云泊新区').first().locator('td').nth(2).innerText()
    const revised = await value()
    await page.getByRole('combobox', { name: '截至版本' }).click()
    await page.getByTitle(new RegExp(`^第 ${vintages.first} 版`)).click()
    await page.getByText(`正在看截至第 ${vintages.first} 版的数据`).waitFor()
    await expect.poll(value).not.toBe(revised)
    await page.getByRole('button', { name: '看最新' }).click()
    await expect.poll(value).toBe(revised)
  })

  it('has a table for each chart', async () => {
    const trend = page.getByRole('figure').filter({ hasText: '走势' }).first()
    await trend.getByText('表', { exact: true }).click()
    await trend.getByRole('columnheader', { name: '修订前' }).waitFor()
    await trend.getByText(new RegExp(`云泊新区第 ${vintages.first} 版`)).waitFor()
    await trend.getByText('图', { exact: true }).click()
  })

  it('freezes the table on screen as a numbered publication', async () => {
    await page.getByRole('button', { name: '定版' }).click()
    await page.getByRole('dialog', { name: '定版' }).getByRole('button', { name: '定版' }).click()
    await page.waitForURL(/\/indicators\/publications\/1$/)
    await page.getByText('第 1 号', { exact: true }).waitFor()
    await page.getByText('内容与定版时的校验值一致').waitFor()
    await look('publication')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'XLSX' }).click()
    expect((await download).suggestedFilename()).toBe('1-全市诉求办结率排名（2023年9月）.xlsx')
  })

  it('shows a unit its places with firsts on top', async () => {
    await open('/indicators/city-revenue')
    await page.getByText('全市合计：缺 1 个单位的数值，不能计算。').waitFor()
    await page.getByRole('region', { name: /排名/ }).getByRole('link', { name: '青渡区' }).click()
    await page.getByRole('heading', { name: '青渡区：各项排名' }).waitFor()
    await page.getByRole('heading', { name: /^全市第一（\d+）$/ }).waitFor()
    await row('财政总收入')
      .getByText(/个百分点/)
      .waitFor()
    await look('measured-unit')
  })

  it('shows the board of pace by shape, word and points', async () => {
    await enterRoom(page, '进度看板')
    await page.getByRole('heading', { name: '时间过半、任务过半' }).waitFor()
    await row('青渡区')
      .getByText(/个百分点/)
      .first()
      .waitFor()
    await look('pace')
    await takePicture(page, 'pace')
    await page
      .getByRole('button', { name: /^未报数|严重落后|落后/ })
      .first()
      .click()
    await page.waitForURL(/tone=/)
  })

  it('sets two units side by side', async () => {
    await open('/indicators/compare?units=qingdu,heting')
    await page.getByText(/青渡区较优 \d+ 项/).waitFor()
    await look('compare')
    await page.getByRole('button', { name: '对调' }).click()
    await page.getByText(/鹤汀区较优 \d+ 项，青渡区较优/).waitFor()
  })

  it('scores several indicators by a scheme of its own, each part with the numbers that it comes from', async () => {
    await open('/indicators/leagues')
    await fillLeague(page)
    await look('league-form')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/leagues\/monthly-score/)
    await page.getByRole('heading', { name: '全市月度综合评分（2023年9月）' }).waitFor()
    await row('云泊新区').getByText('93.1 ÷ 90').waitFor()
    await row('云泊新区').getByText('封顶前 62.07').waitFor()
    await row('云泊新区')
      .getByText(/^第 \d 名 \/ 6$/)
      .waitFor()
    await page.getByText(/缺“财政增收”/).waitFor()
  })

  it('says of a red list why it is shorter than its quota, and counts what a person adds only up to the limit', async () => {
    const red = page.getByRole('region', { name: /红榜（5 个名额）/ })
    await red.getByText(/比名额少 \d 个，因为：/).waitFor()
    await red.getByText('目标完成情况不符合上榜条件').first().waitFor()
    await page.getByRole('combobox', { name: '单位', exact: true }).click()
    await page.getByTitle('鹤汀区', { exact: true }).click()
    await page.getByRole('combobox', { name: '填写什么' }).click()
    await page.getByTitle('人工加减分', { exact: true }).click()
    await page.getByRole('textbox', { name: '分值' }).fill('5')
    await page.getByRole('textbox', { name: '理由' }).fill('获省级通报表扬')
    await page.getByRole('button', { name: '保存' }).click()
    await row('鹤汀区').first().getByText('填报 +5，已按上下限计').waitFor()
    await look('league')
    await page.evaluate('scrollTo(0, 0)')
    await takePicture(page, 'composite')
  })

  it('scores as of a former vintage, and freezes the scores as the next publication', async () => {
    await page.getByRole('combobox', { name: '截至版本' }).click()
    await page.getByTitle(new RegExp(`^第 ${vintages.first} 版`)).click()
    await page.getByText(`依据第${vintages.first}版数据。`).waitFor()
    await row('云泊新区').getByText('93.1 ÷ 90').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '定版' }).click()
    await page.getByRole('dialog', { name: '定版' }).getByRole('button', { name: '定版' }).click()
    await page.waitForURL(/\/indicators\/publications\/2$/)
    await page.getByText('第 2 号', { exact: true }).waitFor()
    await page.getByText('内容与定版时的校验值一致').waitFor()
    await page.getByRole('region', { name: /黑榜（4 个名额）/ }).waitFor()
    await look('league-publication')
  })

  it('defines an alert rule, turns it off, and gives an alert to somebody else', async () => {
    await open('/indicators/alerts?part=rules')
    await page.getByRole('button', { name: '新建规则' }).click()
    const dialog = page.getByRole('dialog', { name: '新建规则' })
    await dialog.getByText('请填写规则名称。').waitFor()
    await page.locator('#rule-name').fill('财政收入连续下滑')
    await page.locator('#rule-key').fill('revenue-falls')
    await choose(page, 'rule-scope', '指定的指标')
    await choose(page, 'rule-indicators', '财政总收入', '财政总收入')
    await page.keyboard.press('Escape')
    await choose(page, 'rule-owner', '督查专员')
    await dialog.getByRole('button', { name: '保存' }).click()
    const rule = row('财政收入连续下滑')
    await rule.getByText('督查专员').waitFor()
    await rule.getByRole('button', { name: '停用' }).click()
    await rule.getByRole('button', { name: '启用' }).waitFor()
    await look('alert-rules')
    await house.runJob('indicators.watch')
    await open('/indicators/alerts')
    const alert = page.getByRole('listitem').filter({ hasText: '诉求办结率' }).first()
    await alert.getByRole('button', { name: '改派' }).click()
    await choose(page, 'alert-owner', '领导')
    await page.getByRole('dialog', { name: '改派' }).getByRole('button', { name: '保存' }).click()
    await page.getByText('负责：领导').first().waitFor()
    await look('alerts')
  })

  it('keeps a place that was printed elsewhere with its source, and what was withdrawn with the reason', async () => {
    await open('/indicators/positions')
    await page.getByRole('button', { name: '登记名次' }).click()
    await choose(page, 'position-indicator', '财政总收入', '财政总收入')
    await page.getByRole('combobox', { name: '单位' }).click()
    await page.getByTitle('青渡区', { exact: true }).click()
    await page.locator('#position-period').fill('2022年')
    await page.locator('#position-rank').fill('3')
    await page.locator('#position-of').fill('31')
    await page.locator('#position-source').fill('省统计年鉴2023，第四章')
    await page.getByRole('button', { name: '保存' }).click()
    await row('省统计年鉴2023').getByText('全国第 3 名').waitFor()
    await look('positions')
    await row('省统计年鉴2023').getByRole('button', { name: '撤回' }).click()
    const dialog = page.getByRole('dialog', { name: '撤回这条名次' })
    await dialog.getByRole('textbox', { name: '理由' }).fill('年鉴更正')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await page.getByText('还没有登记过外部名次').waitFor()
    await page.getByRole('checkbox', { name: '连同已替换和撤回的' }).check()
    await page.getByText('理由：年鉴更正').waitFor()
  })

  it('saves a definition that a formula does not survive only when a person says so', async () => {
    await open('/indicators/resident-count/edit')
    await page.locator('#define-measure').fill('万吨')
    await page.getByLabel('从哪一天起').fill('2024-01-01')
    await page.getByLabel('从哪一天起').press('Enter')
    await page.getByRole('textbox', { name: '修改理由' }).fill('试行新口径')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('以下指标的公式将无法计算：works-per-head').waitFor()
    await look('define-broken')
    await page.getByRole('button', { name: '照样保存（1 个公式失效）' }).click()
    await page.waitForURL(/\/indicators\/resident-count(\?|$)/)
    await page.getByText('试行新口径').waitFor()
  })

  it('leaves nothing wrong unseen', () => {
    expect(statistician.troubles).toEqual([])
  })
})
