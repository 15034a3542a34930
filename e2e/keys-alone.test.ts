import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { openVisitor } from './visitor.ts'

vi.setConfig({ testTimeout: 120_000 })

const TITLE = '只用键盘办的一件事'

/** What the focus is on, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    const at = document.activeElement
    const label = at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || at.placeholder || ''
    return label.replaceAll(/\\s+/g, ' ').trim()
  })()`) as Promise<string>

/** Presses Tab until the focus is on it; there is no mouse in this test. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (typeof name === 'string' ? at === name : name.test(at)) return
    passed.push(at)
  }
  throw new Error(`Tab never comes to ${name}, only to ${passed.join(', ')}`)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Opens a step's dialog by its button, fills it in and confirms it by the button of its name. */
async function take(page: Page, step: string, fill?: () => Promise<void>): Promise<void> {
  await press(page, new RegExp(`^${step}`))
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${step}`) })
  await dialog.waitFor()
  await fill?.()
  // Where nothing is to be filled in, the button has the focus already.
  if ((await focused(page)) !== step) await tabTo(page, step)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

describe.skipIf(whyNoBrowser)(`by keys alone${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let office: Page
  const troubles: string[][] = []

  const signIn = async (username: string): Promise<Page> => {
    const visitor = await openVisitor(browser, house)
    troubles.push(visitor.troubles)
    const { page } = visitor
    page.setDefaultTimeout(30_000)
    await page.goto(house.address)
    await page.getByRole('button', { name: '登录' }).waitFor()
    await page.keyboard.type(username)
    await tabTo(page, '密码')
    await page.keyboard.type(house.passwords[username]!)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '等我处理' }).waitFor()
    return page
  }

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport' })
    browser = await openChromium()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  it('an item goes from the sign-in to its dispatch, and its unit signs and reports', async () => {
    office = await signIn('duban')
    await press(office, '台账')
    await office.getByRole('heading', { name: '台账', exact: true }).waitFor()
    await press(office, '新建事项')
    const form = office.getByRole('dialog', { name: '新建事项' })
    await form.waitFor()
    await tabTo(office, /^事项/)
    await office.keyboard.type(TITLE)
    await tabTo(office, /^牵头单位/)
    await office.keyboard.type('青渡区')
    await office.locator('.ant-select-item-option-active:visible', { hasText: '青渡区' }).first().waitFor()
    await office.keyboard.press('Enter')
    await tabTo(office, /^(完成时限|期限|时限)/)
    await office.keyboard.type('2099-12-31')
    await office.keyboard.press('Enter')
    await press(office, '保存')
    await form.waitFor({ state: 'hidden' })
    await press(office, TITLE)
    await office.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await take(office, '审核立项')
    await take(office, '交办')
    await office.getByText('已交办').first().waitFor()

    const unit = await signIn('qingdu')
    await press(unit, '本单位今日')
    await unit.getByRole('heading', { name: '青渡区今日' }).waitFor()
    await press(unit, `签收：${TITLE}`)
    const signing = unit.getByRole('dialog', { name: /^签收/ })
    await signing.getByText('签收后开始计算').waitFor()
    if ((await focused(unit)) !== '签收') await tabTo(unit, '签收')
    await unit.keyboard.press('Enter')
    await signing.waitFor({ state: 'hidden' })
    await press(unit, TITLE)
    await unit.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await take(unit, '报进展', async () => {
      if (!/^累计进度/.test(await focused(unit))) await tabTo(unit, /^累计进度/)
      await unit.keyboard.press('Control+a')
      await unit.keyboard.type('40')
      await tabTo(unit, /^做了什么/)
      await unit.keyboard.type('全程没有碰过鼠标。')
    })
    await unit.getByRole('region', { name: '上报' }).getByText('全程没有碰过鼠标。').waitFor()
  })

  it('large type is turned on and kept, no word under 16 pixels; single keys rest when asked', async () => {
    const size = () =>
      office.evaluate('parseFloat(getComputedStyle(document.body).fontSize)') as Promise<number>
    const usual = await size()
    await press(office, '大字版')
    expect(await size()).toBe(usual * 1.5)
    expect(await size()).toBeGreaterThanOrEqual(18)
    await office.goto(`${house.address}/ledger`)
    const search = office.getByRole('searchbox', { name: '搜索事项' })
    await search.waitFor()
    expect(await size()).toBe(usual * 1.5)
    const smallest = (await office.evaluate(`Math.min(...[...document.querySelectorAll('body *')]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && each.checkVisibility())
      .map((each) => parseFloat(getComputedStyle(each).fontSize)))`)) as number
    expect(smallest).toBeGreaterThanOrEqual(16)
    const isSearching = async () => {
      await office.keyboard.press('/')
      return search.evaluate((field) => field === field.ownerDocument.activeElement)
    }
    expect(await isSearching()).toBe(true)
    await office.goto(`${house.address}/account`)
    await office.getByRole('switch', { name: '单键快捷键' }).waitFor()
    await tabTo(office, '单键快捷键')
    await office.keyboard.press('Space')
    await office.goto(`${house.address}/ledger`)
    await search.waitFor()
    expect(await isSearching()).toBe(false)
  })

  it('nothing moves, the focus shows in forced colours, and paper has neither menu nor large letters', async () => {
    await office.emulateMedia({ reducedMotion: 'reduce' })
    const moving = (await office.evaluate(`[...document.querySelectorAll('*')].filter((each) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(each)
      return (animationName !== 'none' && parseFloat(animationDuration) > 0.01) || parseFloat(transitionDuration) > 0.01
    }).map((each) => each.outerHTML.slice(0, 120))`)) as string[]
    expect(moving).toEqual([])
    await office.emulateMedia({ forcedColors: 'active' })
    await tabTo(office, '跳到正文')
    expect(await office.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none')
    await office.emulateMedia({ forcedColors: 'none', media: 'print' })
    expect(await office.getByRole('navigation', { name: '菜单' }).count()).toBe(0)
    expect(
      await office.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--type").trim()'),
    ).toBe('1')
    expect(troubles.flat()).toEqual([])
  })
})
