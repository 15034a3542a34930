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
  says,
  standing,
  story,
  take,
  takeDutyStep,
} from './item-walk.ts'
import { type Life, openLife } from './open-life.ts'

const OWN = '滨江步道照明修复'
const SUPPORTED = '社区食堂增设午间窗口'
const EDITED = '旧书市集选址'

describe.skipIf(whyNoBrowser)(`steps of a life${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let life: Life
  const addresses = new Map<string, string>()
  const at = (title: string) => addresses.get(title)!

  beforeAll(async () => {
    life = await openLife('2026-03-02')
    const [pudong, xuhui] = [await life.unitId('浦东新区'), await life.unitId('徐汇区')]
    const items = [
      { title: OWN, leadUnitId: pudong, dueOn: '2026-05-29' },
      { title: SUPPORTED, leadUnitId: xuhui, supportingUnitIds: [pudong], dueOn: '2026-04-30' },
      { title: EDITED, leadUnitId: xuhui, dueOn: '2026-06-30' },
    ]
    for (const item of items) {
      const { id } = await life.send('duban', '/items', { startOn: '2026-03-02', ...item })
      await life.send('duban', `/items/${id}/review`, {})
      addresses.set(item.title, `${life.house.address}/ledger/items/${id}`)
    }
  }, 180_000)
  afterAll(() => life?.close())

  async function look(page: Page, title: string, name: string): Promise<string> {
    await openItem(page, at(title))
    await life.picture(page, `steps-${name}`)
    return (await standing(page)).text
  }
  const desk = (page: Page, title: string) => rulesOnDesk(page, `${life.house.address}/desk`, title)
  const myUnit = (page: Page, title: string) => rulesOnDesk(page, `${life.house.address}/my-unit`, title)

  it('is declined within the limit to sign, with a reason that the office reads', async () => {
    const office = await life.as('duban')
    await openItem(office, at(OWN))
    await take(office, '交办')
    const unit = await life.as('pudong')
    await openItem(unit, at(OWN))
    await take(unit, '拒签', reason('步道灯杆由市里统一养护'))
    expect(await readBell(office)).toEqual([expect.stringMatching(/责任单位拒签：步道灯杆由市里统一养护$/)])
    expect(await desk(office, OWN)).toEqual(['被拒签退回'])
    expect(await look(office, OWN, '01-declined')).toMatch(
      /状态 已审核.*牵头单位拒签：步道灯杆由市里统一养护/,
    )
    await take(office, '交办')
  }, 60_000)

  it('can no longer be declined after the limit, is recalled, and goes out again', async () => {
    life.clock.moveTo('2026-03-04')
    const unit = await life.as('pudong')
    await openItem(unit, at(OWN))
    expect(await refusalOf(unit, '拒签')).toContain('签收期限是 2026-03-03，已经过了')
    const office = await life.as('duban')
    expect(await desk(office, OWN)).toEqual(['逾期未签收'])
    await openItem(office, at(OWN))
    await take(office, '撤回交办', reason('补充养护分界图'))
    expect(await look(office, OWN, '02-recalled')).toContain('状态 已审核')
    expect(await myUnit(unit, OWN)).toEqual([])
    await openItem(office, at(OWN))
    await take(office, '交办')
    await openItem(unit, at(OWN))
    await take(unit, '签收')
    await says(unit, '状态 已签收')
  }, 60_000)

  it('gets more time from somebody else than who asked for it, its first deadline kept', async () => {
    const unit = await life.as('pudong')
    await openItem(unit, at(OWN))
    await take(unit, '申请延期', async (dialog) => {
      await fillDay(dialog, '延到哪天', '2026-06-30')
      await dialog.getByLabel('理由').fill('灯杆要重新招标')
    })
    expect(await refusalOf(unit, '审批延期')).toContain('由立项单位（督查部门）办理')
    const office = await life.as('duban')
    expect(await desk(office, OWN)).toEqual(['延期待批'])
    expect(await readBell(office)).toEqual([expect.stringMatching(/申请延期至 2026-06-30，待审批$/)])
    const leader = await life.as('leader')
    await openItem(leader, at(OWN))
    await take(leader, '审批延期', async (dialog) => {
      await dialog.getByText('灯杆要重新招标').waitFor()
      await dialog.getByLabel('意见').fill('只此一次')
      await life.picture(leader, 'steps-dialog-extension')
    })
    expect(await readBell(unit)).toContainEqual(expect.stringMatching(/延期已批准，办理期限为 2026-06-30$/))
    expect(await look(unit, OWN, '03-extended')).toMatch(/期限 2026-06-30 .*最初期限 2026-05-29/)
  }, 60_000)

  it('lets nobody decide on an own request', async () => {
    const office = await life.as('duban')
    await openItem(office, at(OWN))
    await take(office, '申请延期', async (dialog) => {
      await fillDay(dialog, '延到哪天', '2026-09-30')
      await dialog.getByLabel('理由').fill('代单位申请')
    })
    expect(await refusalOf(office, '审批延期')).toContain('您自己申请的，须由别人审批')
    const other = await life.as('duban2')
    await openItem(other, at(OWN))
    await take(other, '审批延期', async (dialog) => {
      await dialog.getByText('不同意', { exact: true }).click()
      await dialog.getByLabel('意见').fill('已经延过一次')
    })
    const acts = other.getByRole('region', { name: '督办、核查和延期' })
    await acts.getByText('延期 2026-06-30 → 2026-09-30 · 未同意').waitFor()
    await acts.getByText('督查专员（乙）：已经延过一次').waitFor()
    await says(other, '期限 2026-06-30')
  }, 60_000)

  it('stands still while it is suspended and goes on where it was', async () => {
    const office = await life.as('duban')
    await openItem(office, at(OWN))
    await take(office, '暂停', reason('等水利审批'))
    expect(await look(office, OWN, '04-suspended')).toContain('亮灯 暂停 状态 已暂停')
    const unit = await life.as('pudong')
    expect(await myUnit(unit, OWN)).toEqual([])
    await openItem(unit, at(OWN))
    expect(await refusalOf(unit, '报进展')).toContain('现在是“已暂停”')
    await openItem(office, at(OWN))
    await take(office, '恢复办理')
    await says(office, '亮灯 绿灯 状态 已签收')
  }, 60_000)

  it('gets a numbered letter and a coloured notice, a mark that the general rule keeps apart from the light', async () => {
    const office = await life.as('duban')
    await openItem(office, at(OWN))
    await take(office, '催办', async (dialog) => {
      await dialog.getByText('督办函', { exact: true }).click()
      await dialog.getByLabel('内容').fill('请于两周内开工。')
    })
    await take(office, '催办', async (dialog) => {
      await dialog.getByText('三色督查单', { exact: true }).click()
      await dialog.getByText('红色（督办）').click()
      await dialog.getByLabel('内容').fill('仍未开工，限期说明。')
      await life.picture(office, 'steps-dialog-notice')
    })
    expect(await look(office, OWN, '05-noticed')).toMatch(/亮灯 绿灯 状态 已签收.*催办 2 红单/)
    const unit = await life.as('pudong')
    const messages = await readBell(unit)
    expect(messages).toContainEqual(expect.stringMatching(/督办函.*督函〔2026〕1号：请于两周内开工。$/))
    expect(messages).toContainEqual(
      expect.stringMatching(/红色督查单 督单〔2026〕1号：仍未开工，限期说明。$/),
    )
    expect(await myUnit(unit, OWN)).toContain('被催办')
    const told = (await story(unit, at(OWN))).map((line) => /\d\d:\d\d \S+ (\S+)/.exec(line)?.[1])
    expect(told).toEqual([
      ...['登记事项', '审核立项', '交办', '拒签', '交办', '撤回交办', '交办', '签收', '申请延期', '同意延期'],
      ...['申请延期', '不同意延期', '暂停', '恢复办理', '发督办函', '发三色督查单'],
    ])
    await life.picture(unit, 'steps-06-story')
  }, 60_000)

  it('asks a supporting unit for its own part, and another person than who reported for the verification', async () => {
    const office = await life.as('duban')
    await openItem(office, at(SUPPORTED))
    await take(office, '交办', async (dialog) => {
      await dialog.getByLabel('浦东新区的任务').fill('调剂两名厨师')
      await fillDay(dialog, '浦东新区的时限', '2026-03-20')
    })
    await take(office, '签收')
    const unit = await life.as('pudong')
    expect(await readBell(unit)).toEqual([expect.stringMatching(/午间窗口”已交办，请于 2026-03-05 前签收$/)])
    expect(await myUnit(unit, SUPPORTED)).toEqual(['配合任务未完成'])
    await openItem(unit, at(SUPPORTED))
    // On paper neither the link for keyboards nor the steps' column had anything to say, and both were printed.
    await unit.emulateMedia({ media: 'print' })
    await expect.poll(() => unit.getByText('跳到正文').isVisible()).toBe(false)
    const heads = unit.getByRole('table', { name: '各单位分工' }).getByRole('columnheader')
    expect(await heads.allInnerTexts()).toEqual(['单位', '任务', '期限', '状态'])
    await unit.emulateMedia({ media: 'screen' })
    await takeDutyStep(unit, '签收配合任务')
    await openItem(office, at(SUPPORTED))
    expect(await refusalOf(office, '报办结')).toContain('配合单位 浦东新区 还没有办完')
    await takeDutyStep(unit, '报配合完成', async (dialog) => {
      await dialog.getByLabel('做了什么').fill('两名厨师已到岗。')
    })
    expect(await look(unit, SUPPORTED, '07-duty-done')).toContain('状态 已签收')
    expect(await unit.getByRole('table', { name: '各单位分工' }).innerText()).toMatch(
      /调剂两名厨师[\s\S]*已完成\s+签收 2026-03-04 浦东新区联络员\s+完成 2026-03-04 浦东新区联络员/,
    )
    expect(await myUnit(unit, SUPPORTED)).toEqual([])
    await openItem(office, at(SUPPORTED))
    await take(office, '报办结', async (dialog) => {
      await dialog.getByLabel('做了什么').fill('午间窗口已经开放。')
      await dialog
        .getByTestId('evidence-files')
        .setInputFiles({ name: '窗口.txt', mimeType: 'text/plain', buffer: Buffer.from('虚构的佐证') })
      await dialog.getByRole('checkbox', { checked: true }).waitFor()
    })
    await take(office, '开始核查')
    expect(await refusalOf(office, '核查销号')).toContain('您自己报送的，须由别人核查')
    const other = await life.as('duban2')
    await openItem(other, at(SUPPORTED))
    await take(other, '核查销号', async (dialog) => {
      await dialog.getByText('第三方', { exact: true }).click()
      await dialog.getByLabel('第三方机构').fill('某测评公司')
      await dialog.getByLabel('核查情况').fill('到场用餐三次。')
    })
    expect(await look(other, SUPPORTED, '08-closed')).toContain('亮灯 已办结 状态 已销号')
  }, 90_000)

  it('tells the second of two people what the first one changed, and overwrites neither', async () => {
    const [first, second] = [await life.as('duban'), await life.as('duban2')]
    const drawerOf = async (page: Page) => {
      await openItem(page, at(EDITED))
      await page
        .getByRole('navigation', { name: '可以做什么' })
        .getByRole('button', { name: '更正', exact: true })
        .click()
      return page.getByRole('dialog', { name: /^更正事项/ })
    }
    const [mine, theirs] = [await drawerOf(first), await drawerOf(second)]
    await mine.getByRole('textbox', { name: '事项', exact: true }).fill('旧书市集选址两处')
    await mine.getByRole('textbox', { name: '内容', exact: true }).fill('一处在滨江，一处在公园。')
    await mine.getByRole('button', { name: '保存' }).click()
    await mine.waitFor({ state: 'hidden' })
    await theirs.getByRole('textbox', { name: '事项', exact: true }).fill('旧书市集选址三处')
    await theirs.getByRole('button', { name: '保存' }).click()
    const conflict = theirs.getByRole('alert').filter({ hasText: '督查专员 在 2026-03-04 10:' })
    await conflict.waitFor()
    // It was written above the end of the form, where one saves: nobody saw it.
    await expect.poll(async () => (await conflict.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    const said = (await conflict.innerText()).replaceAll(/\s+/g, ' ')
    expect(said).toContain('原来 旧书市集选址')
    expect(said).toContain('督查专员 旧书市集选址两处')
    expect(said).toContain('你写的 旧书市集选址三处')
    expect(said).toContain('一处在滨江，一处在公园。')
    await life.picture(second, 'steps-09-conflict')
    await openItem(first, at(EDITED))
    await first.getByRole('heading', { level: 1, name: '旧书市集选址两处' }).waitFor()
    await conflict.getByRole('button', { name: /^用我的/ }).click()
    await theirs.getByRole('button', { name: '核对无误，保存' }).click()
    await theirs.waitFor({ state: 'hidden' })
    await openItem(first, at(EDITED))
    await first.getByRole('heading', { level: 1, name: '旧书市集选址三处' }).waitFor()
    await first.getByText('一处在滨江，一处在公园。').waitFor()
  }, 60_000)

  it('is not there for a unit that has no part in it', async () => {
    const unit = await life.as('pudong')
    await unit.goto(at(EDITED))
    await unit.getByText('台账中没有这一事项，或者您无权查看').waitFor()
    await unit.goto(`${life.house.address}/ledger?q=${encodeURIComponent('旧书市集')}`)
    await unit.getByText('没有符合条件的事项').waitFor()
    expect(life.troubles()).toEqual([])
  }, 60_000)
})
