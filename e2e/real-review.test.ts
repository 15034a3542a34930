import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { openVisitor, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES
const MEETINGS = join(import.meta.dirname, '../../shared/reports/meetings')
const whyNot =
  whyNoBrowser ||
  (existsSync(MEETINGS) ? '' : 'the printed reports are not on this machine: ../shared/reports')

/** The seven that spoke in the first quarter of 2025; the first four had spoken a year before. */
const SPEAKERS = ['浦东新区', '金山区', '青浦区', '崇明区', '市公安局', '市司法局', '市应急管理局']

/** What the office writes over or beside the draft: facts of the public reports in our own words, one of them wrong. */
const OWN_LINES = [
  ['浦东新区', 'strength', '街区党组织新建220个，覆盖面进一步扩大。'],
  ['浦东新区', 'shortfall', '产业转型升级还要加快。'],
  ['金山区', 'shortfall', '农村集体经济的内生动力还不强。'],
  ['青浦区', 'shortfall', '重点区域的集成效应没有充分释放。'],
  ['崇明区', 'strength', '保障性租赁住房筹措完成率居全市第一。'],
  ['市公安局', 'shortfall', '交通管理还要综合施策。'],
  ['市司法局', 'shortfall', '涉外法律服务水平还要提升。'],
  ['市应急管理局', 'strength', '编制防汛防台人员转移的地方标准，为全国首部。'],
] as const

describe.skipIf(whyNot)(`the first quarter of 2025, as it was held${whyNot ? ` (${whyNot})` : ''}`, () => {
  const clock = movableClock('2025-01-06')
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  let page: Page
  let unitIds: string[]
  let reviewId: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'shanghai', clock })
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    page = officer.page
    const { units } = await ask('/units')
    unitIds = SPEAKERS.map((name) => units.find((unit: { name: string }) => unit.name === name).id)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const ask = async (path: string) => (await page.request.get(`${house.address}/api${path}`)).json()
  async function send(path: string, data?: object, method: 'post' | 'put' = 'post') {
    const { csrfToken } = await ask('/session')
    const headers = { 'x-csrf-token': csrfToken }
    const answer = await page.request[method](`${house.address}/api${path}`, {
      headers,
      ...(data && { data }),
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  /** A printed report is read and everything that was found in it is accepted. */
  async function receive(file: string): Promise<string> {
    const { id } = await send('/reports', { text: readFileSync(join(MEETINGS, file), 'utf8') })
    await send(`/reports/${id}/accept-above`, { minConfidence: 0 })
    return id
  }
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/real-${name}.png`, fullPage: true })
  }
  const cycle = () => ask(`/reviews/cycles/${reviewId}`)
  const unitIdOf = (name: string) => unitIds[SPEAKERS.indexOf(name)]!

  it('is prepared from the two reviews printed before: rotation, agenda, what was short then', async () => {
    await receive('2024Q1-quarterly-review.txt')
    await receive('2024Q2-quarterly-review.txt')
    const opened = await send('/reviews/cycles', {
      period: '2025Q1',
      title: '2025年一季度工作会议',
      heldAt: '2025-01-10T14:00:00+08:00',
    })
    reviewId = opened.id
    await page.goto(`${house.address}/review/${reviewId}`)
    await page.getByRole('button', { name: '按轮次推荐发言单位' }).click()
    const proposal = page.getByRole('dialog', { name: '按轮次推荐发言单位' })
    const pudong = proposal.getByRole('listitem').filter({ hasText: '浦东新区' })
    await pudong.getByText('上次点评是2024年一季度').waitFor()
    await pudong.getByText('指出 3 项不足').waitFor()
    await picture('proposal')
    await page.keyboard.press('Escape')
    const points = unitIds.map((unitId) => ({ kind: 'speech', unitId }))
    await send(`/reviews/cycles/${reviewId}/agenda`, { version: opened.version, points }, 'put')
    for (const unitId of unitIds) await send(`/reviews/cycles/${reviewId}/sheets/${unitId}/draft`)
    for (const [name, side, words] of OWN_LINES)
      await send(`/reviews/cycles/${reviewId}/lines`, { unitId: unitIdOf(name), side, words })
    await page.goto(`${house.address}/review/${reviewId}/sheets/${unitIdOf('浦东新区')}`)
    const before = page.getByRole('region', { name: /上次不足的整改/ })
    for (const short of ['经济结构调整', '城市精细化管理'])
      await before.locator('.line-words', { hasText: short }).waitFor()
    await picture('sheet')
    // Each shortfall once, although both the printed report and the sample's digest of it tell it.
    for (const name of SPEAKERS.slice(0, 4)) {
      const { followUps } = await ask(`/reviews/cycles/${reviewId}/sheets/${unitIdOf(name)}`)
      expect({ name, followUps }).toEqual({ name, followUps: 3 })
    }
  })

  it('is frozen and held: one unit at a time, a commitment becomes a draft item', async () => {
    await send(`/reviews/cycles/${reviewId}/stage`, { to: 'frozen', version: (await cycle()).version })
    clock.moveTo('2025-01-10', '14:30')
    await officer.signIn('duban')
    await send(`/reviews/cycles/${reviewId}/stage`, { to: 'held', version: (await cycle()).version })
    await page.goto(`${house.address}/review/${reviewId}/day`)
    await page.getByRole('heading', { name: '浦东新区' }).waitFor()
    await page.keyboard.press('3')
    await page.keyboard.press('ArrowDown')
    await picture('day')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: '崇明区' }).waitFor()
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: /承诺/ })
    await dialog.getByRole('textbox', { name: '内容' }).fill('拿出生态项目进度的追赶计划')
    await dialog.getByLabel('完成时限').fill('2025-03-31')
    await dialog.getByLabel('完成时限').press('Tab')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/已送达，台账草稿/).waitFor()
  })

  it('is compared with what was printed of it, and its tasks are entered once', async () => {
    const reportId = await receive('2025Q1-quarterly-review.txt')
    await send(`/reviews/cycles/${reviewId}/report`, { version: (await cycle()).version, reportId }, 'put')
    const { counts, units } = await ask(`/reviews/cycles/${reviewId}/comparison`)
    expect(counts.pairs).toBeGreaterThanOrEqual(OWN_LINES.length)
    expect(counts.onlyPrinted).toBeGreaterThan(20)
    const pudong = units.find((unit: { unitId: string }) => unit.unitId === unitIdOf('浦东新区'))
    const differing = pudong.pairs.filter((pair: { differs: boolean }) => pair.differs)
    expect(differing.map((pair: { figures: unknown }) => pair.figures)).toEqual([
      [{ book: '220个', print: '202个', agrees: false }],
    ])
    await page.goto(`${house.address}/review/${reviewId}/after`)
    await page.getByText(`对上 ${counts.pairs} 对，已确认 0 对`).waitFor()
    await page.getByText('220个 ≠').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText(`对上 ${counts.pairs} 对，已确认 1 对`).waitFor()
    await picture('after')
    const first = await send(`/reviews/cycles/${reviewId}/commitments`)
    // An accepted task is an item already; entering them is for tasks that nobody had accepted as such.
    expect(first.known + first.entered).toBeGreaterThan(3)
    const again = await send(`/reviews/cycles/${reviewId}/commitments`)
    expect(again.entered).toBe(0)
    expect(
      again.memo.entries.some((entry: { text: string }) => entry.text === '拿出生态项目进度的追赶计划'),
    ).toBe(true)
  })

  it('counts each shortfall of a year before once, although two papers tell it', async () => {
    const { units } = await ask(`/reviews/over-time?unitId=${unitIdOf('浦东新区')}`)
    const quarter = units[0].quarters.find((each: { review: string }) => each.review === '2024Q1')
    expect(quarter.printed.shortfalls).toBe(3)
    const { reviews } = await ask(`/reviews/over-time?unitId=${unitIdOf('浦东新区')}`)
    const judged = reviews.find((each: { review: string }) => each.review === '2024Q1')
    expect(judged.shortfalls).toHaveLength(3)
  })

  it('shows what came back a year later', async () => {
    const { suggestions } = await ask('/reviews/matters')
    const pairs = suggestions.filter((pair: { unitId: string }) => pair.unitId === unitIdOf('金山区'))
    expect(pairs.length).toBeGreaterThan(0)
    const { earlier, later } = pairs[0]
    expect(earlier.text).toContain('集体经济')
    expect(later.text).toContain('集体经济')
    await send('/reviews/recurrences', { earlierId: earlier.id, laterId: later.id, verdict: 'confirmed' })
    const { matters } = await ask(`/reviews/matters?unitId=${unitIdOf('金山区')}`)
    expect(matters).toHaveLength(1)
    expect(matters[0].state).toBe('came-back')
    await page.goto(`${house.address}/review/matters/${matters[0].id}`)
    const chain = page.getByRole('list', { name: '逐次点评' })
    for (const quarter of ['2024年一季度', '2025年一季度']) await chain.getByText(quarter).first().waitFor()
    await picture('matter')
    await page.goto(`${house.address}/review/over-time`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture('over-time')
  })
})
