import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNoBrowser } from './chromium.ts'
import {
  fillDay,
  openItem,
  readBell,
  reason,
  refusalOf,
  rulesOnDesk,
  standing,
  statisticsCell,
  story,
  take,
  takeDutyStep,
} from './item-walk.ts'
import { type Life, openLife } from './open-life.ts'
import { goToStatement } from './visitor.ts'

/** Made up for this test. */
const REPORT = `本报讯 昨天，市委季度工作会议召开。市委书记主持会议并讲话，市长部署二季度重点工作。

会上，浦东新区委、徐汇区委先后发言，市委书记逐一作了点评。浦东新区一季度新建口袋公园21个，新增公共充电桩640个。但在滨河泵站老化上仍存不足。

市委书记指出，汛期不等人。要由浦东新区牵头、徐汇区配合，4月30日前完成滨河泵站的全面检修。`

const TITLE = '完成滨河泵站的全面检修'

describe.skipIf(whyNoBrowser)(`a whole life${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let life: Life
  let address = ''
  let title = TITLE
  /** Shape of each light that was seen, by its word. */
  const shapes = new Map<string, string>()

  beforeAll(async () => {
    life = await openLife('2026-03-02')
  }, 180_000)
  afterAll(() => life?.close())

  /** Opens the item and says how it stands: its light, then everything else of its head. */
  async function look(page: Page, name: string): Promise<string> {
    await openItem(page, address)
    const { light, shape, text } = await standing(page)
    expect(shapes.get(light) ?? shape, `shape of ${light}`).toBe(shape)
    shapes.set(light, shape)
    await life.picture(page, `life-${name}`)
    return text
  }
  const desk = (page: Page) => rulesOnDesk(page, `${life.house.address}/desk`, title)
  const myUnit = (page: Page) => rulesOnDesk(page, `${life.house.address}/my-unit`, title)

  it('begins with a sentence of a report that the office accepts', async () => {
    const page = await life.as('duban')
    await page.goto(`${life.house.address}/reports`)
    await page.getByRole('button', { name: '粘贴文字' }).click()
    const dialog = page.getByRole('dialog', { name: '粘贴报道文字' })
    await dialog.getByRole('textbox', { name: '报道文字' }).fill(REPORT)
    await fillDay(dialog, '报道日期', '2026-03-02')
    await dialog.getByRole('button', { name: '放入' }).click()
    await page.getByRole('region', { name: '陈述' }).waitFor()
    await goToStatement(page, '任务', '泵站')
    await page.keyboard.press('a')
    await page.getByText('已采纳').first().waitFor()
    await page.goto(`${life.house.address}/ledger`)
    const link = page.getByRole('table', { name: '台账' }).getByRole('link', { name: /泵站/ }).first()
    title = (await link.innerText()).trim()
    await link.click()
    await page.locator('.item-standing').waitFor()
    address = page.url()
    const text = await look(page, '01-draft')
    // Accepting is the review: what the office accepted is ready to be dispatched.
    expect(text).toMatch(/^亮灯 绿灯 状态 已审核 牵头单位 浦东新区 配合 1 期限 2026-04-30 还剩 59 天/)
    expect(await page.locator('.source-quote').innerText()).toContain('由浦东新区牵头、徐汇区配合')
    expect(await desk(page)).toEqual(['待交办'])
  }, 60_000)

  it('is accepted, dispatched, and told to the units that it concerns, to nobody else', async () => {
    const page = await life.as('duban')
    await openItem(page, address)
    await take(page, '交办', async (dialog) => {
      await dialog.getByLabel('徐汇区的任务').fill('提供备用电源')
      await life.picture(page, 'life-dialog-dispatch')
    })
    expect(await look(page, '02-dispatched')).toContain('亮灯 绿灯 状态 已交办')
    expect(await desk(page)).toEqual([])
    expect(await readBell(page)).toEqual([])
    const liaison = await life.as('pudong')
    expect(await readBell(liaison)).toEqual([expect.stringMatching(/已交办，请于 2026-03-03 前签收$/)])
    expect(await myUnit(liaison)).toEqual(['待签收'])
    await openItem(liaison, address)
    expect(await refusalOf(liaison, '撤回交办')).toContain('由立项单位（督查部门）办理')
  }, 60_000)

  it('is signed, then reported on with a file', async () => {
    const page = await life.as('pudong')
    await openItem(page, address)
    await take(page, '签收')
    expect(await look(page, '03-signed')).toContain('状态 已签收')
    life.clock.moveTo('2026-03-25')
    await life.as('pudong')
    expect(await myUnit(page)).toEqual(['逾期未反馈'])
    await openItem(page, address)
    await take(page, '报进展', async (dialog) => {
      await dialog.getByRole('spinbutton', { name: '累计进度' }).fill('20')
      await dialog.getByLabel('做了什么').fill('一号机组已经拆检。')
      await dialog.getByTestId('evidence-files').setInputFiles(file('拆检记录.txt'))
      await dialog.getByRole('checkbox', { checked: true }).waitFor()
    })
    // 24 of 60 days have passed: 40 % is expected, 20 points behind is yellow.
    expect(await look(page, '04-reported-on')).toMatch(/亮灯 黄灯 状态 办理中 .*进度 20% \/ \d/)
    await page.getByRole('region', { name: '上报' }).getByRole('link', { name: '拆检记录.txt' }).waitFor()
    expect(await myUnit(page)).toEqual([])
  }, 60_000)

  it('is pressed: the unit reads it behind its bell and on its own page', async () => {
    life.clock.moveTo('2026-04-20')
    const page = await life.as('duban')
    await openItem(page, address)
    await take(page, '催办', async (dialog) => {
      await dialog.getByLabel('内容').fill('汛期将至，请加快检修。')
      await fillDay(dialog, '答复期限', '2026-04-24')
    })
    expect(await look(page, '05-pressed')).toContain('催办 1')
    const liaison = await life.as('pudong')
    expect(await readBell(liaison)).toEqual([
      expect.stringMatching(/被催办，请于 2026-04-24 前回复：汛期将至，请加快检修。$/),
    ])
    expect(await myUnit(liaison)).toContain('被催办')
  }, 60_000)

  it('is reported as done, but not by whom it is verified, and returned with what is missing', async () => {
    life.clock.moveTo('2026-04-28')
    const office = await life.as('duban')
    await openItem(office, address)
    await takeDutyStep(office, '免除配合任务', reason('备用电源已由牵头单位解决'))
    const page = await life.as('pudong')
    await complete(page, '两台机组都已检修。', '检修单.txt')
    // Two days before its limit, where its clock now stands still.
    expect(await look(page, '06-completion')).toContain('亮灯 蓝灯 状态 申请办结')
    expect(await refusalOf(page, '开始核查')).toContain('由立项单位（督查部门）办理')
    life.clock.moveTo('2026-05-06')
    await life.as('duban')
    expect(await desk(office)).toEqual(['待核查'])
    await openItem(office, address)
    await take(office, '开始核查')
    await take(office, '退回重办', async (dialog) => {
      await dialog.getByText('实地', { exact: true }).click()
      await dialog.getByLabel('退回理由').fill('二号机组没有试运行记录')
      await life.picture(office, 'life-dialog-return')
    })
    expect(await look(office, '07-returned')).toMatch(/亮灯 红灯 状态 退回重办 .*逾期 6 天.*退回 1/)
    await life.as('pudong')
    expect(await readBell(page)).toEqual([expect.stringMatching(/被退回重办：二号机组没有试运行记录$/)])
    expect(await myUnit(page)).toEqual(['已逾期', '退回重办'])
  }, 90_000)

  it('is reported again and closed late: counted so, and the number opens into it', async () => {
    life.clock.moveTo('2026-05-08')
    await complete(await life.as('pudong'), '二号机组试运行满 72 小时。', '试运行记录.txt')
    life.clock.moveTo('2026-05-20')
    const page = await life.as('duban2')
    await openItem(page, address)
    await take(page, '开始核查')
    expect(await desk(page)).toEqual(['核查中'])
    await openItem(page, address)
    await take(page, '核查销号', async (dialog) => {
      await dialog.getByText('四不两直', { exact: true }).click()
      await dialog.getByLabel('核查情况').fill('两台机组都能运行。')
      await dialog.getByText('30 天后', { exact: true }).click()
      await life.picture(page, 'life-dialog-close')
    })
    // Judged by the day of the accepted report, not by how long verifying took.
    expect(await look(page, '08-closed')).toMatch(/亮灯 逾期办结 状态 已销号 .*逾期 8 天/)
    expect(await desk(page)).toEqual([])
    await countedLate(page)
    expect((await story(page, address)).at(-1)).toMatch(
      /2026-05-20 10:\d\d 督查专员（乙） 核查合格，销号 逾期办结.*两台机组都能运行。/,
    )
  }, 90_000)

  it('fails its re-check and is open again in a second round, its first one kept as it was', async () => {
    life.clock.moveTo('2026-06-19')
    const page = await life.as('duban')
    await life.house.runJob('ledger.remind')
    const told = (await readBell(page)).filter((message) => message.includes(title))
    expect(told).toEqual([expect.stringMatching(/自 2026-06-19 起应开展回头看$/)])
    expect(await desk(page)).toEqual(['该回头看'])
    await openItem(page, address)
    await take(page, '回头看', async (dialog) => {
      await dialog.getByText('不合格', { exact: true }).click()
      await dialog.getByLabel('核查情况').fill('一号机组又停机三天。')
      await fillDay(dialog, '新一轮时限', '2026-07-31')
      await life.picture(page, 'life-dialog-recheck')
    })
    expect(await look(page, '09-second-round')).toMatch(
      /亮灯 绿灯 状态 办理中 第 2 轮 .*2026-07-31 .*最初期限 2026-04-30.*第 2 轮.*曾逾期/,
    )
    expect(await page.getByRole('table', { name: '历次办结' }).innerText()).toMatch(
      /第 1 轮\s+2026-04-30\s+2026-05-08\s+逾期办结/,
    )
    await countedLate(page)
    const liaison = await life.as('pudong')
    expect(await readBell(liaison)).toContainEqual(
      expect.stringMatching(/回头看未通过，已重新开启：一号机组又停机三天。$/),
    )
  }, 60_000)

  it('is closed in time the second time, still late for ever, and opened again by hand', async () => {
    life.clock.moveTo('2026-07-20')
    await complete(await life.as('pudong'), '一号机组更换轴承后连续运行。', '运行日志.txt')
    const page = await life.as('duban2')
    await openItem(page, address)
    await take(page, '开始核查')
    await take(page, '核查销号', async (dialog) => {
      await dialog.getByLabel('核查情况').fill('连续运行三十天。')
    })
    expect(await look(page, '10-closed-again')).toMatch(/亮灯 逾期办结 状态 已销号 第 2 轮 .*曾逾期/)
    await countedLate(page)
    life.clock.moveTo('2026-09-01')
    await life.as('duban2')
    await openItem(page, address)
    await take(page, '重新办理', async (dialog) => {
      await fillDay(dialog, '新一轮时限', '2026-10-30')
      await dialog.getByLabel('理由').fill('群众再次反映停机')
    })
    expect(await look(page, '11-third-round')).toMatch(/亮灯 绿灯 状态 办理中 第 3 轮 .*曾逾期/)
    await countedLate(page)
  }, 90_000)

  it('tells the whole of it in order, and lets those look who may only look', async () => {
    const told = await story(await life.as('duban2'), address)
    await life.picture(await life.as('duban2'), 'life-12-story')
    expect(told.map((line) => /\d\d:\d\d \S+ (\S+)/.exec(line)?.[1])).toEqual(STORY)
    for (const username of ['leader', 'statistician', 'auditor']) {
      const page = await life.as(username)
      await openItem(page, address)
      expect(await page.getByText('现在没有需要您做的').count(), username).toBe(1)
      expect(await refusalOf(page, '暂停'), username).toContain('由立项单位（督查部门）办理')
    }
    // The lights of this life, no two of one shape: they are told apart in grey.
    expect([...shapes.keys()].toSorted()).toEqual(['红灯', '绿灯', '蓝灯', '逾期办结', '黄灯'].toSorted())
    expect(new Set(shapes.values()).size).toBe(shapes.size)
    expect(life.troubles()).toEqual([])
  }, 60_000)

  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`${name}：虚构`) })

  async function complete(page: Page, done: string, name: string): Promise<void> {
    await openItem(page, address)
    await take(page, '报办结', async (dialog) => {
      await dialog.getByLabel('做了什么').fill(done)
      await dialog.getByTestId('evidence-files').setInputFiles(file(name))
      await dialog.getByRole('checkbox', { checked: true }).waitFor()
    })
  }

  /** One of the unit's items was late once, and the number leads to it. */
  async function countedLate(page: Page): Promise<void> {
    await page.goto(`${life.house.address}/ledger/statistics`)
    const cell = await statisticsCell(page, '浦东新区', '曾逾期')
    expect((await cell.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^1 \/ 1 · 100%/)
    await cell.getByRole('link').first().click()
    await page.waitForURL(/\/ledger\?.*wasLate=true/)
    await page.getByRole('table', { name: '台账' }).getByRole('link', { name: title, exact: true }).waitFor()
  }
})

const STORY = [
  '登记事项',
  '交办',
  '签收',
  '上传佐证',
  '报进展',
  '催办',
  '免除配合任务',
  '上传佐证',
  '报办结',
  '开始核查',
  '退回重办',
  '上传佐证',
  '报办结',
  '开始核查',
  '核查合格，销号',
  '回头看，不合格，重新办理',
  '上传佐证',
  '报办结',
  '开始核查',
  '核查合格，销号',
  '重新办理',
]
