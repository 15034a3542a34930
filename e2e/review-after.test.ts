import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type FixtureReport,
  storeAcceptedReport,
  storeFixtureReport,
} from '../src/modules/reports/testing.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { DESK, enterRoom, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

/** The quarters before: what was found short, and came back in other words. */
const BEFORE: FixtureReport[] = [
  {
    title: '泊江市召开一季度工作会议',
    reportDate: '2023-04',
    period: '2023Q1',
    text: '云泊新区发展壮大农村集体经济不够，渔港扩建进度滞后。青渡区停车位建设不足。',
    says: [
      {
        kind: 'shortfall',
        subject: '发展壮大农村集体经济',
        quote: '发展壮大农村集体经济不够',
        unit: '云泊新区',
      },
      { kind: 'shortfall', subject: '渔港扩建', quote: '渔港扩建进度滞后', unit: '云泊新区' },
      { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设不足', unit: '青渡区' },
    ],
  },
  {
    title: '泊江市召开二季度工作会议',
    reportDate: '2023-07',
    period: '2023Q2',
    text: '云泊新区工业增速第四，要壮大农村集体经济。青渡区老旧小区加装电梯推进慢。',
    says: [
      {
        kind: 'rank',
        subject: '规上工业总产值',
        quote: '工业增速第四',
        unit: '云泊新区',
        rank: { scope: '全市', position: 4, streakYears: null, streakText: null },
      },
      { kind: 'shortfall', subject: '壮大农村集体经济', quote: '壮大农村集体经济', unit: '云泊新区' },
      { kind: 'shortfall', subject: '老旧小区加装电梯', quote: '老旧小区加装电梯推进慢', unit: '青渡区' },
    ],
  },
]

/** Of the review itself: a figure that changed on the way, praise that the book did not have, tasks. */
const PUBLISHED: FixtureReport = {
  title: '泊江市召开三季度工作会议',
  reportDate: '2023-10',
  period: '2023Q3',
  text: [
    '云泊新区规上工业总产值增长7.5%，居全市第二，',
    '但要激发农村集体经济内生动力。',
    '云泊新区绿化覆盖率提高到40.2%。',
    '青渡区停车位建设不足。',
    '市交通委要会同市住房建设委在12月底前完成枢纽改造。',
    '各区要在11月底前完成防汛检查。',
  ].join('\n'),
  says: [
    {
      kind: 'figure',
      subject: '规上工业总产值',
      quote: '规上工业总产值增长7.5%',
      unit: '云泊新区',
      figure: { value: '7.5', unitOfMeasure: '%', qualifier: null, change: '+7.5%', isTarget: false },
    },
    {
      kind: 'rank',
      subject: '规上工业总产值',
      quote: '居全市第二',
      unit: '云泊新区',
      rank: { scope: '全市', position: 2, streakYears: null, streakText: null },
    },
    {
      kind: 'shortfall',
      subject: '农村集体经济内生动力',
      quote: '激发农村集体经济内生动力',
      unit: '云泊新区',
    },
    {
      kind: 'figure',
      subject: '绿化覆盖率',
      quote: '绿化覆盖率提高到40.2%',
      unit: '云泊新区',
      figure: { value: '40.2', unitOfMeasure: '%', qualifier: null, change: null, isTarget: false },
    },
    { kind: 'shortfall', subject: '停车位建设', quote: '停车位建设不足', unit: '青渡区' },
    task('市交通委要会同市住房建设委在12月底前完成枢纽改造。', '市交通委', '2023-12-31'),
    task('各区要在11月底前完成防汛检查。', '各区', '2023-11-30'),
  ],
}

function task(quote: string, responsible: string, deadline: string): FixtureReport['says'][number] {
  const nobody = { speaker: null, lead: null, supporting: [], theme: null, parts: [] }
  return { kind: 'task', subject: quote, quote, task: { ...nobody, responsible: [responsible], deadline } }
}

describe.skipIf(whyNoBrowser)(`after a review${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  const clock = movableClock('2023-10-20')
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  let page: Page
  let address: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock })
    const system = house.asSystem()
    for (const report of BEFORE) await storeAcceptedReport(system, report)
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    page = officer.page
    const { units } = await read('/api/units')
    const [yunbo, qingdu] = ['云泊新区', '青渡区'].map(
      (name) => units.find((unit: { name: string }) => unit.name === name).id,
    )
    const id = await holdReview(
      [yunbo, qingdu],
      [
        { unitId: yunbo, side: 'strength', words: '规上工业总产值增长7.4%，居全市第3位' },
        { unitId: yunbo, side: 'shortfall', words: '发展壮大农村集体经济不够' },
        { unitId: yunbo, side: 'shortfall', words: '渔港扩建进度滞后' },
        { unitId: qingdu, side: 'follow-up', words: '停车位建设仍然不足', outcome: 'unchanged' },
      ],
    )
    address = `${house.address}/review/${id}`
    await send('post', `/api/reviews/cycles/${id}/notes`, {
      id: '01900000-0000-7000-8000-000000000001',
      kind: 'commitment',
      unitId: qingdu,
      text: '年内新增两百个停车位',
      dueOn: '2023-12-31',
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const read = async (path: string) => (await page.request.get(`${house.address}${path}`)).json()
  async function send(method: 'post' | 'put' | 'patch', path: string, data: object) {
    const { csrfToken } = await read('/api/session')
    const headers = { 'x-csrf-token': csrfToken }
    const answer = await page.request[method](`${house.address}${path}`, { headers, data })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  /** The review of the third quarter: agenda, the lines given, book, and the day of the meeting. */
  async function holdReview(unitIds: string[], lines: object[]): Promise<string> {
    const heldAt = '2023-10-25T09:00:00+08:00'
    const opened = await send('post', '/api/reviews/cycles', {
      period: '2023Q3',
      title: '三季度工作点评会',
      heldAt,
    })
    const path = `/api/reviews/cycles/${opened.id}`
    const points = unitIds.map((unitId) => ({ kind: 'speech', unitId, minutes: 8 }))
    await send('put', `${path}/agenda`, { version: opened.version, points })
    for (const line of lines) await send('post', `${path}/lines`, line)
    for (const to of ['frozen', 'held']) {
      if (to === 'held') {
        clock.moveTo('2023-10-26')
        // Days later the session has ended.
        await officer.signIn('duban')
      }
      const { version } = await read(path)
      await send('post', `${path}/stage`, { to, version })
    }
    return opened.id
  }
  /** At an office's screen and on a phone, where nothing may be wider than the window. */
  const look = async (name: string, of = page) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      await of.setViewportSize(viewport)
      if (PICTURES) await of.waitForTimeout(400)
      if (PICTURES) await of.screenshot({ path: `${PICTURES}/${name}-${size}.png`, fullPage: true })
      expect(await excessWidth(of), `${name} at ${size}`).toBeLessThanOrEqual(0)
    }
    if (!PICTURES) return
    await of.emulateMedia({ media: 'print' })
    await of.pdf({ path: `${PICTURES}/${name}.pdf`, preferCSSPageSize: true })
    await of.emulateMedia({ media: 'screen' })
  }
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
  }
  const row = (words: string) => page.getByRole('row', { name: words })
  const active = () => page.locator('[data-compare][aria-current="true"]')

  it('puts the published report in, and says how much of it is undecided', async () => {
    await page.goto(`${address}/after`)
    await page.getByText('选出写这次会议的报道').waitFor()
    await storeFixtureReport(house.asSystem(), {
      ...PUBLISHED,
      title: '只导入、没有审定的报道',
      says: PUBLISHED.says.slice(0, 3),
    })
    await storeAcceptedReport(house.asSystem(), { ...PUBLISHED, text: `${PUBLISHED.text}\n` })
    await page.reload()
    await row('只导入、没有审定的报道').getByRole('button').click()
    await page.getByText('还有 3 句没有审定').waitFor()
    await look('after-undecided')
    await page.getByRole('button', { name: '换一份' }).click()
    await look('after-choose')
    await row(PUBLISHED.title).getByRole('button').click()
    await page.getByText('全部审定').waitFor()
  })

  it('stands the book beside the report, and takes a person’s word on each pair by keyboard', async () => {
    await page.getByText('对上 4 对，已确认 0 对').waitFor()
    await page.getByText('7.4% ≠').waitFor()
    await look('after-compared')
    await takePicture(page, 'review-after')
    await page.keyboard.press('j')
    await active().waitFor()
    // Keys are faster than answers: none is lost.
    await page.keyboard.press('a')
    await page.keyboard.press('j')
    const rejected = await active().getAttribute('data-compare')
    await page.keyboard.press('x')
    await page.getByText('对上 3 对，已确认 1 对').waitFor()
    expect(await page.locator(`[data-compare="${rejected}"]`).count()).toBe(0)
    await page.getByText('记为不是同一句的 1 对').click()
    await look('after-decided')
    await page.getByRole('button', { name: '改为同一句' }).click()
    await page.getByText('对上 4 对，已确认 2 对').waitFor()
    await page.getByRole('link', { name: /^数字不同/ }).click()
    await expect.poll(() => page.locator('[data-compare]').count()).toBe(2)
    expect(await page.locator('[data-compare] a').first().getAttribute('href')).toContain('?line=')
  })

  it('enters the tasks into the ledger with one button, and drafts the memo', async () => {
    const memo = page.getByRole('region', { name: '承诺和任务' })
    await memo.getByText('都已列入台账').waitFor()
    // What was accepted went into the ledger by itself; asked again, nothing is entered twice.
    await memo.getByRole('button', { name: '任务列入台账' }).click()
    await memo.getByRole('status').getByText('新列入 0 项，原来就有 3 项').waitFor()
    expect(await memo.getByRole('row', { name: /年内新增两百个停车位/ }).innerText()).toContain('2023-12-31')
    expect(await memo.getByRole('row', { name: /枢纽改造/ }).innerText()).toContain('市交通委')
    await look('after-memo')
    const href = await memo.getByRole('link', { name: '备忘 Word' }).getAttribute('href')
    const document = await page.request.get(`${house.address}${href}`)
    expect(document.headers()['content-type']).toContain('wordprocessingml')
  })

  it('joins shortfalls of different quarters into one matter, and shows its chain', async () => {
    await enterRoom(page, '点评')
    await page
      .getByRole('navigation', { name: '点评的几个页面' })
      .getByRole('link', { name: '反复事项' })
      .click()
    await page.getByText('可能是同一件事').waitFor()
    await look('matters-suggested')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.locator('[data-pair][aria-current]', { hasText: '壮大农村集体经济' }).waitFor()
    await page.keyboard.press('a')
    const matter = page.getByRole('table', { name: '反复事项' }).getByRole('link').first()
    await matter.waitFor()
    await look('matters')
    await matter.click()
    const chain = page.getByRole('list', { name: '逐次点评' })
    await chain.getByText('2023年三季度').first().waitFor()
    await chain.getByRole('button', { name: '起草台账事项' }).first().click()
    await picture('matter-draft')
    await page.getByRole('button', { name: '列入台账(草稿)' }).click()
    await chain.getByRole('list', { name: '台账事项' }).getByText('草稿').waitFor()
    const likely = page
      .getByRole('complementary', { name: '可能也是这件事' })
      .getByRole('listitem')
      .filter({ hasText: '泊江市召开一季度工作会议' })
    await likely.getByRole('button', { name: '归进来' }).click()
    await chain.getByText('2023年一季度').waitFor()
    await look('matter')
  })

  it('splits a wording off a matter, and merges it again', async () => {
    const chain = page.getByRole('list', { name: '逐次点评' })
    const quarters = () => chain.locator('.chain-when strong').allInnerTexts()
    await chain.getByRole('checkbox', { name: '选中：发展壮大农村集体经济', exact: true }).check()
    await page.getByRole('button', { name: '拆出所选' }).click()
    await expect.poll(quarters).toEqual(['2023年一季度', '现在'])
    await page.getByRole('button', { name: '合并', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '合并' })
    await dialog.getByRole('combobox').click()
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '合并' }).click()
    await expect.poll(quarters).toEqual(['2023年一季度', '2023年二季度', '2023年三季度', '现在'])
  })

  it('tells two editors of a matter of each other, and lets one decide', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1)
    await page.getByRole('button', { name: '起名' }).click()
    const dialog = page.getByRole('dialog', { name: '起名' })
    await dialog.getByRole('textbox', { name: '事项名称' }).fill('我起的名字')
    const { version } = await read(`/api/reviews/matters/${id}`)
    await send('patch', `/api/reviews/matters/${id}`, { version, title: '别人起的名字' })
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('alert').getByText('别人起的名字').waitFor()
    await picture('matter-conflict')
    await dialog.getByRole('button', { name: '换成我的' }).click()
    await page.getByRole('heading', { name: '我起的名字' }).waitFor()
  })

  it('says what share of shortfalls was resolved, and opens the list behind each number', async () => {
    await page.getByRole('button', { name: '认定已解决' }).click()
    const dialog = page.getByRole('dialog', { name: '认定已解决' })
    await dialog.getByLabel('哪天解决的').fill('2023-10-26')
    await dialog.getByLabel('哪天解决的').press('Tab')
    await dialog.getByRole('textbox', { name: '理由' }).fill('市农业农村委核实')
    await picture('matter-settle')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('list', { name: '逐次点评' }).getByText('市农业农村委核实').waitFor()
    await look('matter-settled')
    await page.goto(`${house.address}/review/over-time`)
    await look('over-time')
    await page
      .getByRole('link', { name: /^没人跟进：/ })
      .first()
      .click()
    const list = page.getByRole('region', { name: /不足/ })
    await list
      .getByRole('row', { name: /停车位建设|加装电梯|渔港扩建/ })
      .first()
      .waitFor()
    await look('over-time-list')
    for (const [part, name] of [
      ['单位自比', 'units'],
      ['承诺用时', 'commitments'],
      ['点评会自评', 'reviews'],
    ] as const) {
      await page.getByRole('navigation', { name: '历年的几个部分' }).getByRole('link', { name: part }).click()
      await page.getByRole('table', { name: part }).waitFor()
      await look(`over-time-${name}`)
    }
    await page.goto(`${house.address}/review/over-time?part=units`)
    await page.getByRole('link', { name: '云泊新区' }).click()
    await page.getByRole('heading', { name: '长处和不足' }).waitFor()
    await look('over-time-unit')
  })

  it('shows a unit its own comparison to read', async () => {
    const liaison = await openVisitor(browser, house)
    const name = Object.keys(house.passwords).find((each) => !/^(duban|leader|stat|audit)/.test(each))!
    await liaison.signIn(name)
    await liaison.page.goto(`${address}/after`)
    await liaison.page.getByText('承诺和任务由督办处整理').waitFor()
    expect(await liaison.page.getByRole('button', { name: '是同一句' }).count()).toBe(0)
    await look('after-liaison', liaison.page)
    await liaison.page.goto(`${house.address}/review/over-time?part=commitments`)
    await liaison.page.getByText('承诺只有督办处能看').waitFor()
    expect([...officer.troubles, ...liaison.troubles]).toEqual([])
  })
})
