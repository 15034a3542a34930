import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../src/kernel/day.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

describe.skipIf(whyNoBrowser)(`the ledger room${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  const ids = new Map<string, string>()

  beforeAll(async () => {
    house = await openQuarterdeck()
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    await seed()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  async function send(path: string, data: object, method: 'POST' | 'PATCH' = 'POST') {
    const { page } = officer
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const answer = await page.request.fetch(`${house.address}/api${path}`, {
      method,
      headers: { 'x-csrf-token': csrfToken },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }

  /** Fictional items: early and late, of several units, one by nodes, one not yet reviewed. */
  async function seed() {
    const { units } = await (await officer.page.request.get(`${house.address}/api/units`)).json()
    const unit = (name: string) => units.find((one: { name: string }) => one.name === name).id as string
    const day = (count: number) => addDays(dayOf(new Date(), 'Asia/Shanghai'), count)
    const items: [string, string, number, object][] = [
      ['老旧电梯更新一百台', '浦东新区', 40, { origin: 'public-commitment', priority: 'urgent' }],
      ['汛前泵站检修', '徐汇区', -12, { startOn: day(-90), origin: 'quarterly-meeting' }],
      ['公园围墙打开三处', '浦东新区', 3, { startOn: day(-60) }],
      ['老年助餐点新增十个', '长宁区', 20, { startOn: day(-100), supportingUnitIds: [unit('徐汇区')] }],
      [
        '河道整治分段验收',
        '徐汇区',
        60,
        {
          startOn: day(-30),
          plan: {
            kind: 'nodes',
            nodes: [
              { name: '清淤完成', on: day(5), progress: 40 },
              { name: '全部验收', on: day(60), progress: 100 },
            ],
          },
        },
      ],
      ['路灯节能改造方案', '静安区', 90, {}],
    ]
    for (const [title, lead, due, rest] of items) {
      const item = await send('/items', { title, leadUnitId: unit(lead), dueOn: day(due), ...rest })
      ids.set(title, item.id)
      if (title !== '路灯节能改造方案') await send(`/items/${item.id}/review`, {})
    }
    await send(`/items/${ids.get('汛前泵站检修')}/dispatch`, {})
  }

  const open = async (page: Page, query = '') => {
    await page.goto(`${house.address}/ledger${query}`)
    await page.getByRole('heading', { name: '台账', exact: true }).waitFor()
  }
  const picture = async (page: Page, name: string) => {
    if (!process.env.QUARTERDECK_LOOK) return
    await page.waitForTimeout(500)
    await page.screenshot({ path: `${process.env.QUARTERDECK_LOOK}/${name}.png` })
  }

  it('dispatches many at once and says of each that was left out why', async () => {
    const { page } = officer
    await open(page, '?source=by-hand')
    await page.getByRole('table', { name: '台账' }).getByRole('row').nth(6).waitFor()
    await page.getByRole('checkbox', { name: '选中这一页' }).check()
    await picture(page, 'table')
    const bar = page.getByRole('region', { name: '成批办理' })
    await bar.getByRole('button', { name: '成批交办' }).click()
    const dialog = page.getByRole('dialog', { name: '成批交办' })
    await dialog.getByRole('button', { name: '交办 6 项' }).click()
    await dialog.getByText('已交办 4 / 6 项').waitFor()
    await dialog.getByRole('link', { name: /路灯节能改造方案/ }).waitFor()
    await dialog.getByRole('link', { name: /汛前泵站检修/ }).waitFor()
    await picture(page, 'bulk')
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
  })

  it('narrows by filters that stand in the address, each a chip to be taken away', async () => {
    const { page } = officer
    await open(page, '?isOverdue=true&state=dispatched,signed')
    const table = page.getByRole('table', { name: '台账' })
    await table.getByRole('link', { name: '汛前泵站检修' }).waitFor()
    expect(await table.getByRole('row').count()).toBe(2)
    expect(await table.innerText()).toContain('逾期 12 天')
    const chips = page.getByRole('list', { name: '现在的条件' })
    await chips.getByText('已超期').waitFor()
    await picture(page, 'chips')
    await chips.getByRole('button', { name: '清除条件' }).click()
    await page.waitForURL(/\/ledger$/)
    await page.getByRole('button', { name: '更多条件' }).click()
    await page.getByRole('checkbox', { name: '退回过' }).check()
    await page.getByText('没有符合条件的事项').waitFor()
    await picture(page, 'more-filters')
  })

  it('keeps a filter under a name and shows it again', async () => {
    const { page } = officer
    await open(page, '?isOverdue=true')
    await page.getByRole('button', { name: '常用视图' }).click()
    await page.getByRole('menuitem', { name: '把现在的条件存为视图' }).click()
    const dialog = page.getByRole('dialog', { name: '把现在的条件存为视图' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('超期清单')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '超期清单' }).waitFor()
    await open(page)
    await page.getByRole('button', { name: '常用视图' }).click()
    await page.getByRole('menuitem', { name: '超期清单' }).click()
    await page.waitForURL(/isOverdue=true/)
  })

  it('shows the same items as board, time bars and calendar', async () => {
    const { page } = officer
    await open(page, '?view=board')
    await page
      .getByRole('region', { name: /已交办/ })
      .getByRole('link', { name: '公园围墙打开三处' })
      .waitFor()
    await picture(page, 'board')
    await open(page, '?view=timeline')
    await page
      .getByRole('table', { name: '时间轴' })
      .getByRole('link', { name: '老年助餐点新增十个' })
      .waitFor()
    await picture(page, 'timeline')
    await open(page, '?view=calendar')
    await page.getByText('公园围墙打开三处').first().waitFor()
    await picture(page, 'calendar')
  })

  it('shows the past with a banner, where nothing can be written', async () => {
    const { page } = officer
    await open(page, '?asOf=2024-03-31')
    await page.getByText('这是 2024-03-31 当天结束时的台账').waitFor()
    const create = page.getByRole('button', { name: /新建事项/ })
    expect(await create.getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('checkbox', { name: '选中这一页' }).count()).toBe(0)
  })

  it('says under a node what is wrong with it, before anything is sent', async () => {
    const { page } = officer
    await open(page)
    await page.getByRole('button', { name: '新建事项' }).click()
    const form = page.getByRole('dialog', { name: '新建事项' })
    await form.getByRole('textbox', { name: '事项' }).fill('按节点推进的事项')
    await form.getByRole('button', { name: '计划与反馈' }).click()
    await form.getByRole('radio', { name: '按节点' }).check()
    await form.getByRole('button', { name: '加一个节点' }).click()
    await form.getByRole('textbox', { name: '节点 1 名称' }).fill('开工')
    await form.getByLabel('节点 1 日期').fill('2027-03-01')
    await page.keyboard.press('Enter')
    await form.getByRole('spinbutton', { name: '节点 1 计划进度' }).fill('50')
    await form.getByRole('alert').filter({ hasText: '应为 100%' }).waitFor()
    await picture(page, 'form')
  }, 60_000)

  it('says that a write is done, and nothing of a failure, when the server died after it and before its answer', async () => {
    const { page } = officer
    await open(page)
    let sent = 0
    await page.route('**/api/items', async (route) => {
      if (route.request().method() !== 'POST' || sent++ > 0) return route.fallback()
      await route.fetch()
      // What a kill between the commit and the keeping of the answer leaves.
      await house
        .asSystem()
        .transaction((tx) => sql`update request_key.kept_answer set status = null, answer = null`.execute(tx))
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: '新建事项' }).click()
    const form = page.getByRole('dialog', { name: '新建事项' })
    await form.getByRole('textbox', { name: '事项' }).fill('答复丢失的事项')
    await form.getByRole('button', { name: '保存' }).click()
    const told = page.getByRole('dialog', { name: '已办理' })
    await told.getByText('已经办妥').waitFor()
    expect([sent, await page.getByRole('alert').count()]).toEqual([2, 0])
    await told.getByRole('button', { name: '重新载入' }).click()
    await page.getByRole('link', { name: '答复丢失的事项' }).waitFor()
    await page.unroute('**/api/items')
  })

  it('fits a phone in every view', async () => {
    const { page, signIn } = await openVisitor(browser, house, PHONE)
    await signIn('duban')
    for (const view of ['table', 'board', 'timeline', 'calendar']) {
      await open(page, view === 'table' ? '' : `?view=${view}`)
      await page.getByText('公园围墙打开三处').first().waitFor()
      await picture(page, `phone-${view}`)
      expect(await excessWidth(page), view).toBeLessThanOrEqual(0)
    }
  }, 60_000)

  it('asked no other host, broke no content policy, logged no error', () => {
    expect(officer.troubles).toEqual([])
  })
})
