import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { RunningQuarterdeck } from './open-quarterdeck.ts'

/** A person at a screen of their own. */
export interface Visitor {
  readonly page: Page
  /** What went wrong unseen: console errors, broken content policy, requests to other hosts. */
  readonly troubles: string[]
  signIn(username: string): Promise<void>
}

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export async function openVisitor(
  browser: Browser,
  house: RunningQuarterdeck,
  viewport = DESK,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    // The browser notes every refused request as an error; refusals are part of these walks.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      troubles.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== house.address) troubles.push(`asked ${origin}`)
  })
  return {
    page,
    troubles,
    async signIn(username) {
      await page.goto(house.address)
      await page.getByRole('textbox', { name: '用户名' }).fill(username)
      await page.getByRole('textbox', { name: '密码' }).fill(house.passwords[username]!)
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { name: '等我处理' }).waitFor()
    },
  }
}

/** Drops a file of this machine on the page, as from a desktop. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const base64 = readFileSync(path).toString('base64')
  // In text, because it is the page that runs it: this program has no DOM.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0))
    transfer.items.add(new File([bytes], ${JSON.stringify(basename(path))}, { type: 'text/plain' }))
    return transfer
  })()`)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', type, { dataTransfer })
}

/** The statement that the keys act on. */
export const activeRow = (page: Page) => page.locator('[aria-current="true"][data-statement]')

/** Presses j from the top until the active statement says all the words. */
export async function goToStatement(page: Page, ...words: string[]): Promise<void> {
  const rows = page.locator('[data-statement]')
  await rows.first().waitFor()
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-statement')))
  for (const [index, id] of ids.entries()) {
    await page.keyboard.press(index === 0 ? 'g' : 'j')
    const row = page.locator(`[aria-current="true"][data-statement="${id}"]`)
    await row.waitFor()
    const text = await row.innerText()
    if (words.every((word) => text.includes(word))) return
  }
  throw new Error(`No statement says ${words.join(', ')}`)
}

/** Goes to a room by the menu. */
export async function enterRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name }).click()
}

/** Selects from inside one underlined piece of the received text to inside a later one; answers the offsets. */
export async function selectAcrossMarks(page: Page, from: number, to: number): Promise<[number, number]> {
  return page.evaluate(`(() => {
    const marks = document.querySelectorAll('.received mark')
    const [first, last] = [marks[${from}].firstChild, marks[${to}].firstChild]
    const range = document.createRange()
    range.setStart(first, 2)
    range.setEnd(last, 3)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    return [first, last].map((node, index) => Number(node.parentElement.dataset.offset) + 2 + index)
  })()`)
}

/** How much wider than the window the page is, in pixels. */
export async function excessWidth(page: Page): Promise<number> {
  // A menu that is open follows a window that has changed some frames later: only what stays too wide is.
  return page.evaluate(`new Promise((done) => {
    const until = performance.now() + 2000
    const look = () => {
      const excess = document.documentElement.scrollWidth - innerWidth
      if (excess <= 0 || performance.now() > until) done(excess)
      else requestAnimationFrame(look)
    }
    look()
  })`)
}
