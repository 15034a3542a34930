import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`one item's page${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  let liaison: Visitor
  let itemId = ''

  beforeAll(async () => {
    house = await openQuarterdeck()
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    liaison = await openVisitor(browser, house)
    await liaison.signIn('pudong')
    const { units } = await (await officer.page.request.get(`${house.address}/api/units`)).json()
    const unitOf = (name: string) => units.find((unit: { name: string }) => unit.name === name).id
    itemId = await enter(officer.page, {
      title: '滨河泵站检修并恢复运行',
      content: '更换两台机组，汛期前恢复运行，并报送试运行记录。',
      leadUnitId: unitOf('浦东新区'),
      supportingUnitIds: [unitOf('徐汇区')],
      startOn: '2026-01-05',
      dueOn: '2099-06-30',
      theme: '防汛',
      criterion: { indicator: '恢复运行的机组', unitOfMeasure: '台', direction: 'at-least', target: '2' },
    })
    for (const title of ['老旧小区电梯加装', '河道清淤', '口袋公园建设'])
      await enter(officer.page, { title, leadUnitId: unitOf('浦东新区'), dueOn: '2026-12-20' })
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  async function enter(page: Page, item: object): Promise<string> {
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const answer = await page.request.post(`${house.address}/api/items`, {
      headers: { 'x-csrf-token': csrfToken },
      data: item,
    })
    expect(answer.status(), await answer.text()).toBe(201)
    return (await answer.json()).id
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  }

  async function take(
    page: Page,
    step: string,
    fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
  ) {
    const bar = page.getByRole('navigation', { name: '可以做什么' })
    await bar.getByRole('button', { name: step, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: new RegExp(`^${step}`) })
    await fill?.(dialog)
    await picture(page, `dialog-${step}`)
    await dialog.getByRole('button', { name: step, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  it('is reviewed and dispatched by the office, each step by its name', async () => {
    const { page } = officer
    await page.goto(`${house.address}/ledger/items/${itemId}`)
    await page.getByRole('heading', { level: 1, name: '滨河泵站检修并恢复运行' }).waitFor()
    await take(page, '审核立项')
    await take(page, '交办', async (dialog) => {
      await dialog.getByLabel('徐汇区的任务').fill('提供备用电源')
    })
    await page.getByText('已交办').first().waitFor()
  })

  it('is signed for and reported on by the unit, with a file and a refusal at its file', async () => {
    const { page } = liaison
    await page.goto(`${house.address}/my-unit`)
    await page.getByRole('button', { name: '签收：滨河泵站检修并恢复运行' }).click()
    const dialog = page.getByRole('dialog', { name: /^签收/ })
    await dialog.getByRole('button', { name: '签收', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.goto(`${house.address}/ledger/items/${itemId}`)
    await take(page, '报进展', async (form) => {
      await form.getByRole('spinbutton', { name: '累计进度' }).fill('40')
      await form.getByLabel('做了什么').fill('一号机组已更换，正在调试。')
      await form.getByTestId('evidence-files').setInputFiles([
        { name: '调试记录.txt', mimeType: 'text/plain', buffer: Buffer.from('一号机组调试记录') },
        { name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0000\u0001') },
      ])
      await form.getByRole('checkbox', { checked: true }).waitFor()
      await form.getByRole('alert').waitFor()
    })
    await page.getByRole('region', { name: '上报' }).getByRole('link', { name: '调试记录.txt' }).waitFor()
    await picture(page, 'item-liaison')
    expect(liaison.troubles).toEqual([])
  })

  it('says on the button what stands against a completion, and in the form what the value lacks', async () => {
    const { page } = liaison
    const bar = page.getByRole('navigation', { name: '可以做什么' })
    const gated = bar.getByRole('button', { name: /^报办结/ })
    expect(await gated.getAttribute('aria-disabled')).toBe('true')
    expect(await gated.innerText()).toContain('徐汇区')
    await officer.page.reload()
    const duties = officer.page.getByRole('table', { name: '各单位分工' })
    await duties.getByRole('button', { name: '免除配合任务' }).click()
    const waiving = officer.page.getByRole('dialog', { name: /^免除配合任务/ })
    await waiving.getByLabel('理由').fill('备用电源已由牵头单位解决')
    await waiving.getByRole('button', { name: '免除配合任务', exact: true }).click()
    await waiving.waitFor({ state: 'hidden' })
    await page.reload()
    await bar.getByRole('button', { name: '报办结', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^报办结/ })
    await dialog.getByLabel('做了什么').fill('两台机组都已更换。')
    await dialog.getByLabel('指标完成值').fill('1')
    await dialog.getByRole('button', { name: '报办结', exact: true }).click()
    await dialog.getByRole('alert').getByText('恢复运行的机组').waitFor()
    expect(await dialog.getByLabel('做了什么').inputValue()).toBe('两台机组都已更换。')
    await picture(page, 'dialog-criterion')
    await page.keyboard.press('Escape')
  })

  it('tells who changed it meanwhile, reloads, and takes the step on what is there now', async () => {
    const { page } = officer
    await page.goto(`${house.address}/ledger/items/${itemId}`)
    await page
      .getByRole('navigation', { name: '可以做什么' })
      .getByRole('button', { name: '暂停', exact: true })
      .click()
    const dialog = page.getByRole('dialog', { name: /^暂停/ })
    await dialog.getByLabel('理由').fill('等设备到货')
    const { csrfToken } = await (await liaison.page.request.get(`${house.address}/api/session`)).json()
    const reported = await liaison.page.request.post(`${house.address}/api/items/${itemId}/progress`, {
      headers: { 'x-csrf-token': csrfToken },
      data: { progress: 45, done: '二号机组到货。' },
    })
    expect(reported.status(), await reported.text()).toBeLessThan(300)
    await dialog.getByRole('button', { name: '暂停', exact: true }).click()
    const refusal = dialog.getByRole('alert')
    await refusal.getByText('45%').waitFor()
    await picture(page, 'dialog-conflict')
    await refusal.getByRole('button', { name: '重新载入' }).click()
    await refusal.waitFor({ state: 'hidden' })
    await page.getByText('45%').first().waitFor()
    await dialog.getByRole('button', { name: '暂停', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('.item-standing').getByText('已暂停').waitFor()
    await take(page, '恢复办理')
    await take(page, '催办', async (form) => {
      await form.getByText('三色督查单', { exact: true }).click()
      await form.getByLabel('内容').fill('请抓紧调试，五日内答复。')
    })
    await picture(page, 'item-officer')
    await takePicture(page, 'item')
  })

  it('tells its story line by line, the desk and the statistics open into the ledger', async () => {
    const { page } = officer
    await page.getByRole('tab', { name: '经过' }).click()
    await expect.poll(() => page.locator('.story-events > li').count()).toBeGreaterThan(7)
    expect(await page.locator('.story-events').innerText()).toContain('二号机组到货。')
    await picture(page, 'story')
    await takePicture(page, 'story')
    await page.goto(`${house.address}/desk`)
    await page
      .getByRole('heading', { name: /待审核|待立项|：3/ })
      .first()
      .waitFor()
    await picture(page, 'desk')
    await takePicture(page, 'desk')
    await page.keyboard.press('j')
    await page.locator('.desk-line[aria-current]').waitFor()
    await page.keyboard.press('a')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${house.address}/ledger/statistics`)
    const table = page.getByRole('table', { name: '统计', exact: true })
    await picture(page, 'statistics')
    await takePicture(page, 'statistics')
    await table
      .getByRole('row', { name: /浦东新区/ })
      .getByRole('link', { name: '4', exact: true })
      .first()
      .click()
    await page.waitForURL(/\/ledger\?.*leadUnitId=/)
    expect(officer.troubles).toEqual([])
  })

  it('fits a phone', async () => {
    const wide: string[] = []
    for (const [who, paths] of [
      [
        'duban',
        [`/ledger/items/${itemId}`, `/ledger/items/${itemId}?view=story`, '/desk', '/ledger/statistics'],
      ],
      ['pudong', ['/my-unit', `/ledger/items/${itemId}`]],
    ] as const) {
      const { page, signIn } = await openVisitor(browser, house, PHONE)
      await signIn(who)
      for (const path of paths) {
        await page.goto(`${house.address}${path}`)
        await page.locator('main h1').waitFor()
        await page.waitForTimeout(500)
        const excess = await excessWidth(page)
        if (excess > 0) wide.push(`${path} by ${excess}`)
        await picture(
          page,
          `phone-${who}-${path.replaceAll(/[^a-z]/g, '').slice(0, 24)}${path.includes('story') ? '-story' : ''}`,
        )
      }
    }
    expect(wide).toEqual([])
  })
})
