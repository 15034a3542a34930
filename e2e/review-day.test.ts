import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeAcceptedReport } from '../src/modules/reports/testing.ts'
import { type Cable, openCable } from './cable.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`the day of a review${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  const clock = movableClock('2023-10-20')
  let house: RunningQuarterdeck
  let cable: Cable
  let browser: Browser
  let officer: Visitor
  let page: Page
  let reviewId: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock })
    cable = await openCable(house.address)
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
    officer = await openVisitor(browser, { ...house, address: cable.address })
    await officer.signIn('duban')
    page = officer.page
    await holdReview()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await cable?.pull()
    await house?.close()
  })

  async function send(method: 'post' | 'put', path: string, data: object) {
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const answer = await page.request[method](`${house.address}/api/reviews${path}`, {
      headers: { 'x-csrf-token': csrfToken },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }

  /** Two units speak; their sheets are drafted and frozen; it is the day. */
  async function holdReview() {
    const { units } = await (await page.request.get(`${house.address}/api/units`)).json()
    const idOf = (name: string) => units.find((unit: { name: string }) => unit.name === name).id
    const unitIds = ['云泊新区', '鹤汀区'].map(idOf)
    const opened = await send('post', '/cycles', {
      period: '2023Q3',
      title: '三季度工作点评会',
      heldAt: '2023-10-25T09:00:00+08:00',
    })
    reviewId = opened.id
    const points = unitIds.map((unitId) => ({ kind: 'speech', unitId, minutes: 8 }))
    await send('put', `/cycles/${reviewId}/agenda`, { version: opened.version, points })
    for (const unitId of unitIds) {
      await page.request.post(`${house.address}/api/reviews/cycles/${reviewId}/sheets/${unitId}/draft`, {
        headers: {
          'x-csrf-token': (await (await page.request.get(`${house.address}/api/session`)).json()).csrfToken,
        },
      })
      await send('post', `/cycles/${reviewId}/lines`, {
        unitId,
        side: 'strength',
        words: '十项实事提前办结。',
      })
    }
    for (const to of ['frozen', 'held']) {
      if (to === 'held') {
        clock.moveTo('2023-10-25')
        // Five days later the session has ended.
        await officer.signIn('duban')
      }
      const { version } = await (
        await page.request.get(`${house.address}/api/reviews/cycles/${reviewId}`)
      ).json()
      await send('post', `/cycles/${reviewId}/stage`, { to, version, withStale: true })
    }
  }

  const key = (name: string) => page.keyboard.press(name)
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
  }
  const takeNote = async (text: string) => {
    await key('n')
    const dialog = page.getByRole('dialog', { name: /^记一条/ })
    await dialog.getByRole('textbox', { name: '内容' }).fill(text)
    await key('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
  }
  const notes = () => page.getByRole('list', { name: '记录' })

  it('shows one unit at a time, worked by keyboard', async () => {
    await page.goto(`${cable.address}/review/${reviewId}/day`)
    await page.getByRole('heading', { name: '云泊新区' }).waitFor()
    await key('ArrowDown')
    await page.locator('.day-lines [aria-current="true"]').waitFor()
    await key('3')
    await page.getByRole('tab', { name: /上次/, selected: true }).waitFor()
    await key('ArrowDown')
    await page.locator('.day-lines [aria-current="true"]').waitFor()
    await picture('day')
    await takePicture(page, 'review-day')
    await key('ArrowRight')
    await page.getByRole('heading', { name: '鹤汀区' }).waitFor()
    await key('ArrowLeft')
    await page.getByRole('heading', { name: '云泊新区' }).waitFor()
    expect(await excessWidth(page)).toBeLessThanOrEqual(0)
  })

  it('runs the speaker’s clock, and sends a commitment to the ledger as a draft', async () => {
    await key('Space')
    await page.getByText('计时中').first().waitFor()
    await key('c')
    const dialog = page.getByRole('dialog', { name: /^记一项承诺/ })
    await dialog.getByRole('textbox', { name: '内容' }).fill('年底前办结率提到九成')
    await dialog.getByLabel('完成时限').fill('2023-12-31')
    await dialog.getByLabel('完成时限').press('Tab')
    await picture('day-commitment')
    await key('Control+Enter')
    await notes()
      .getByText(/已送达，台账草稿/)
      .waitFor()
  })

  it('goes on without the network, also loaded anew, and sends each note once when it is back', async () => {
    await page.getByText('已存本机，断网可用').waitFor()
    await cable.pull()
    await takeNote('断网时记下的一条')
    await notes().getByText('已存本机，待送').waitFor()
    // The page finds out when it next asks.
    await page.getByText('断网：内容已存本机，可继续').waitFor({ timeout: 30_000 })
    await picture('day-offline')
    await page.reload()
    await page.getByRole('heading', { name: '云泊新区' }).waitFor()
    await notes().getByText('断网时记下的一条').waitFor()
    await page.getByText('计时中').first().waitFor()
    await key('Space')
    await page.getByText('未计时').waitFor()
    await cable.plugIn()
    await notes().getByText('断网时记下的一条').waitFor()
    await expect.poll(() => notes().getByText('已存本机，待送').count(), { timeout: 20_000 }).toBe(0)
    const stored = await (
      await page.request.get(`${house.address}/api/reviews/cycles/${reviewId}/notes`)
    ).json()
    expect(stored.notes.map((note: { text: string }) => note.text).sort()).toEqual([
      '年底前办结率提到九成',
      '断网时记下的一条',
    ])
    const clock = async () =>
      (await page.request.get(`${house.address}/api/reviews/cycles/${reviewId}/speech`)).json()
    await expect.poll(async () => (await clock()).running, { timeout: 20_000 }).toBeNull()
    const speech = await clock()
    expect(speech.speakers[0].speeches).toHaveLength(1)
  })

  it('fits a phone, and leaves nothing on the device of whoever signs out', async () => {
    await page.setViewportSize(PHONE)
    expect(await excessWidth(page)).toBeLessThanOrEqual(0)
    await picture('day-phone')
    const kept = async () => ((await page.evaluate('caches.keys()')) as string[]).length
    expect(await kept()).toBe(1)
    await page.goto(`${cable.address}/review/${reviewId}`)
    await page.getByRole('button', { name: /^账号/ }).click()
    await page.getByRole('menuitem', { name: '退出' }).click()
    await page.getByRole('button', { name: '登录' }).waitFor()
    await expect.poll(kept, { timeout: 10_000 }).toBe(0)
    expect(officer.troubles.filter((each) => !/Failed to load|net::|refused/i.test(each))).toEqual([])
  })
})
