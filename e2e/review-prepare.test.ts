import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishForTest } from '../src/modules/indicators/testing.ts'
import { storeAcceptedReport } from '../src/modules/reports/testing.ts'
import { chooseTyped } from './choose-typed.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { seedIndicators } from './indicators/seed-indicators.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takeDocumentPicture, takePicture } from './take-picture.ts'
import { DESK, enterRoom, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`preparing a review${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  let page: Page
  let address: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock: movableClock('2023-10-20') })
    await seedIndicators(house.asSystem())
    await storeAcceptedReport(house.asSystem(), {
      title: '泊江市召开二季度工作会议',
      reportDate: '2023-07',
      period: '2023Q2',
      text: '云泊新区诉求办结率还不高，渔港码头改造推进缓慢。鹤汀区垃圾分类还有不足。',
      says: [
        { kind: 'shortfall', subject: '诉求办结率', quote: '诉求办结率还不高', unit: '云泊新区' },
        { kind: 'shortfall', subject: '渔港码头改造', quote: '渔港码头改造推进缓慢', unit: '云泊新区' },
        { kind: 'shortfall', subject: '垃圾分类', quote: '垃圾分类还有不足', unit: '鹤汀区' },
      ],
    })
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    page = officer.page
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  /** At an office's screen and on a phone, where nothing may be wider than the window. */
  const look = async (name: string, of = page) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      await of.setViewportSize(viewport)
      if (PICTURES) await of.waitForTimeout(500)
      if (PICTURES) await of.screenshot({ path: `${PICTURES}/${name}-${size}.png`, fullPage: true })
      expect(await excessWidth(of), `${name} at ${size}`).toBeLessThanOrEqual(0)
    }
    if (!PICTURES) return
    await of.emulateMedia({ media: 'print' })
    await of.pdf({ path: `${PICTURES}/${name}.pdf`, preferCSSPageSize: true })
    await of.emulateMedia({ media: 'screen' })
  }
  const line = (words: string) => page.locator('.line', { hasText: words })
  const active = () => page.locator('.line[aria-current]')
  const send = async (method: 'post' | 'patch', path: string, data?: object) => {
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const answer = await page.request[method](`${house.address}/api/reviews${path}`, {
      headers: { 'x-csrf-token': csrfToken },
      ...(data && { data }),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const read = async (path: string) => (await page.request.get(`${house.address}/api/reviews${path}`)).json()
  const reviewId = () => new URL(address).pathname.split('/')[2]!

  it('opens the review of a quarter', async () => {
    await enterRoom(page, '点评')
    await page.getByText('还没有点评会').waitFor()
    await look('cycles-empty')
    await page.getByRole('button', { name: '新建点评会' }).click()
    const drawer = page.getByRole('dialog', { name: '新建点评会' })
    await drawer.getByRole('combobox', { name: '季度' }).click()
    await chooseTyped(page, '2023年三季度')
    await drawer.getByLabel('开会时间').fill('2023-10-25 09:00')
    await drawer.getByLabel('开会时间').press('Tab')
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/open-review.png` })
    await drawer.getByRole('button', { name: '新建点评会' }).click()
    await page.getByRole('heading', { name: '2023年三季度工作点评会' }).waitFor()
    address = page.url()
    const steps = page.getByRole('list', { name: '阶段' })
    await steps.getByText('截止 2023-10-23 09:00').waitFor()
    await steps.getByText('截止 2023-10-27 24:00').waitFor()
  })

  it('proposes speakers with reasons, and arranges the agenda by keyboard', async () => {
    await look('review-empty')
    await page.getByRole('button', { name: '按轮次推荐发言单位' }).click()
    const drawer = page.getByRole('dialog', { name: '按轮次推荐发言单位' })
    const candidates = drawer.getByRole('list', { name: '按轮次推荐发言单位' })
    await candidates.getByRole('listitem').first().waitFor()
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/proposal.png` })
    // Reviewed in the second quarter, so last by rotation; one of them is wanted all the same.
    expect(await candidates.getByRole('listitem').last().innerText()).toMatch(/云泊新区|鹤汀区/)
    await drawer.getByRole('spinbutton', { name: '推荐几个' }).fill('1')
    await drawer.getByRole('button', { name: '加入 1 个' }).click()
    await page.getByRole('combobox', { name: '加一个单位' }).click()
    await chooseTyped(page, '云泊新区')
    await page.getByRole('button', { name: '加其他议程' }).click()
    await page.getByRole('textbox', { name: '议程名称' }).fill('市领导讲话')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowUp')
    await look('arrange')
    const rows = page.getByRole('list', { name: '议程' }).getByRole('listitem')
    expect(
      await rows
        .nth((await rows.count()) - 2)
        .getByRole('textbox')
        .inputValue(),
    ).toBe('市领导讲话')
    await page.getByRole('button', { name: '保存议程' }).click()
    await page.getByRole('table', { name: '议程' }).getByText('市领导讲话').waitFor()
    await page.getByText('下一步：定稿').waitFor()
    await look('review-agenda')
  })

  it('drafts a sheet from the data, each line with its sources', async () => {
    await page.getByRole('table', { name: '议程' }).getByRole('link', { name: '云泊新区' }).click()
    await page.getByText('还没有内容').waitFor()
    await page.getByRole('button', { name: '从数据起草' }).click()
    await page.locator('.line').first().waitFor()
    expect(
      await page
        .getByRole('region', { name: /上次不足的整改/ })
        .locator('.line')
        .count(),
    ).toBe(2)
    await page.keyboard.press('j')
    await active().waitFor()
    const sources = page.getByRole('complementary', { name: '出处' })
    await sources.getByText('时段').first().waitFor()
    await look('sheet')
    await takePicture(page, 'review-sheet')
  })

  it('takes the office’s words over a draft by keyboard, leaves a line out, decides on an outcome', async () => {
    const drafted = await active().locator('.line-words').innerText()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: '怎么说' }).fill('这一条由督办处改写。')
    await page.keyboard.press('Control+Enter')
    await line('这一条由督办处改写。').getByText('已改写').waitFor()
    await page.getByRole('complementary', { name: '出处' }).getByText(drafted).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await active().getByText('不列入', { exact: true }).first().waitFor()
    const followUp = page
      .getByRole('region', { name: /上次不足的整改/ })
      .locator('.line')
      .last()
    await followUp.locator('.line-words').click()
    await page.keyboard.press('2')
    await followUp.locator('.is-chosen', { hasText: '有好转' }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: '自己写的一条' }).fill('渔港码头改造已请市交通委会商。')
    // What it rests on is found by its words.
    await page.getByRole('combobox', { name: /^数据来源/ }).click()
    await page.keyboard.type('渔港码头')
    await page.locator('.ant-select-item-option', { hasText: '渔港码头改造推进缓慢' }).click()
    await page.keyboard.press('Tab')
    await page.getByRole('textbox', { name: '自己写的一条' }).press('Control+Enter')
    await line('渔港码头改造已请市交通委会商。').getByText('自写').waitFor()
    await line('渔港码头改造已请市交通委会商。').click()
    await page
      .getByRole('complementary', { name: '出处' })
      .getByRole('link', { name: '渔港码头改造推进缓慢' })
      .waitFor()
  })

  it('tells two editors of each other, and lets one decide', async () => {
    const own = line('渔港码头改造已请市交通委会商。')
    const id = await own.getAttribute('data-line')
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: '怎么说' }).fill('我的说法。')
    const sheet = await read(`/cycles/${reviewId()}/sheets/${new URL(page.url()).pathname.split('/').at(-1)}`)
    const { version } = sheet.lines.find((each: { id: string }) => each.id === id)
    await send('patch', `/lines/${id}`, { version, words: '别人的说法。' })
    await page.keyboard.press('Control+Enter')
    const conflict = page.getByRole('alert').filter({ hasText: '你的话还没有存' })
    await conflict.getByText('别人的说法。').waitFor()
    await look('sheet-conflict')
    await conflict.getByRole('button', { name: '换成我的' }).click()
    await line('我的说法。').waitFor()
    await conflict.waitFor({ state: 'detached' })
  })

  it('marks what changed since, and takes it over', async () => {
    await publishForTest(
      house.asSystem(),
      { 'city-revenue': { '2023-09': { yunbo: '1.5' } }, 'request-done': { '2023-09': { yunbo: '60.5' } } },
      '市统计局更正',
    )
    await page.reload()
    await page.locator('.line-stale').first().waitFor()
    await look('sheet-stale')
    const stale = page.locator('.line', { has: page.getByRole('button', { name: '采用现在的' }) }).first()
    const id = await stale.getAttribute('data-line')
    const now = (await stale.locator('.line-stale p').innerText()).replace('现在是：', '')
    await stale.getByRole('button', { name: '采用现在的' }).click()
    const renewed = page.locator(`[data-line="${id}"]`)
    await renewed.locator('.line-stale').waitFor({ state: 'detached' })
    const words = await renewed.locator('.line-words').innerText()
    expect([now, '这一条由督办处改写。']).toContain(words)
  })

  it('freezes into a numbered book with a hash, which only corrections change', async () => {
    const { sheets } = await read(`/cycles/${reviewId()}/sheets`)
    for (const { unitId } of sheets) await send('post', `/cycles/${reviewId()}/sheets/${unitId}/draft`)
    await page.goto(address)
    await page.getByRole('button', { name: '定稿并编号' }).click()
    const dialog = page.getByRole('dialog', { name: '定稿并编号' })
    const withStale = dialog.getByRole('checkbox')
    await dialog.getByText(/列入 \d+ 条/).waitFor()
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/freeze.png` })
    if ((await withStale.count()) > 0) await withStale.check()
    await dialog.getByRole('button', { name: '定稿并编号' }).click()
    const told = page.getByRole('dialog').filter({ hasText: '已定稿：第 1 号材料册' })
    expect(await told.locator('code').innerText()).toMatch(/^[0-9a-f]{64}$/)
    await told.getByRole('button', { name: '关闭' }).click()
    await page.getByText('校验相符').waitFor()
    await look('review-frozen')
    await takePicture(page, 'review-agenda')
    const book = await page.request.get(
      `${house.address}/api/reviews/cycles/${reviewId()}/documents/briefing-book?format=docx`,
    )
    await takeDocumentPicture(await book.body(), 3, 'review-book')
    await page.getByRole('table', { name: '议程' }).getByRole('link', { name: '云泊新区' }).click()
    await line('我的说法。').click()
    expect(await page.getByRole('button', { name: '改写' }).count()).toBe(0)
    await line('我的说法。').getByRole('button', { name: '更正' }).click()
    const correct = page.getByRole('dialog', { name: '更正材料册里的一条' })
    await correct.getByRole('textbox', { name: '怎么说' }).fill('更正后的说法。')
    await correct.getByRole('textbox', { name: '理由' }).fill('市交通委来函更正')
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/correct.png` })
    await correct.getByRole('button', { name: '更正' }).click()
    await line('更正后的说法。').getByText('更正 1').waitFor()
    await look('sheet-frozen')
    await page.goto(`${address}/book`)
    await page.getByRole('heading', { name: '更正' }).waitFor()
    await page.getByText('市交通委来函更正').waitFor()
    await look('book')
    await enterRoom(page, '点评')
    await page
      .getByRole('row', { name: /2023年三季度/ })
      .getByText('第 1 号')
      .waitFor()
    await look('cycles')
  })

  it('shows a unit its own sheet to read and nobody else’s', async () => {
    const liaison = await openVisitor(browser, house)
    const name = Object.keys(house.passwords).find((each) => !/^(duban|leader|stat|audit)/.test(each))!
    await liaison.signIn(name)
    await liaison.page.goto(address)
    const table = liaison.page.getByRole('table', { name: '议程' })
    await table.getByRole('link').first().waitFor()
    expect(await table.getByRole('link').count()).toBe(1)
    await look('review-liaison', liaison.page)
    await table.getByRole('link').click()
    await liaison.page.getByText('只读：材料由督办处准备。').waitFor()
    expect(await liaison.page.getByRole('button', { name: /起草|更正|改写/ }).count()).toBe(0)
    await look('sheet-liaison', liaison.page)
    expect([...officer.troubles, ...liaison.troubles]).toEqual([])
  })
})
