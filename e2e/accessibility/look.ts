import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { DESK } from '../visitor.ts'

const SOURCE = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8')

/** 1366 × 768 at 200 %, and 1280 at 400 % (WCAG 1.4.4, 1.4.10). */
const TWICE = { width: 683, height: 384 }
const FOUR_TIMES = { width: 320, height: 568 }

/** WCAG 1.4.12: what a reader may set for the spacing of text. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

/** The eyes that look at a page from inside; a reloaded page needs them again. */
export async function putEyes(page: Page): Promise<void> {
  if (!(await page.evaluate('"access" in window'))) await page.evaluate(`${SOURCE};undefined`)
}

/** Presses Tab through the page, or through the dialog that is open, and answers what is wrong for whoever has no mouse. */
export async function walkByKeys(page: Page, within = ''): Promise<string[]> {
  await putEyes(page)
  const count = (await page.evaluate(`access.begin(${JSON.stringify(within)})`)) as number
  // Boxes that scroll take the focus as well, so there may be more stops than fields.
  for (let round = 0; round < 4; round++) {
    const presses = round === 0 ? count + 1 : Math.ceil(count / 4) + 4
    for (let press = 0; press < presses; press++) await page.keyboard.press('Tab')
    if ((await page.evaluate('access.missing()')) === 0) break
  }
  return page.evaluate('access.end()')
}

/** What does not fit when letters are spread, large, or the page is zoomed; in short: when large, and at the narrowest. */
export async function misfitsOf(page: Page, { isShort = false } = {}): Promise<string[]> {
  await putEyes(page)
  const faults: string[] = []
  const look = async (how: string) => {
    await settle(page)
    const found = (await page.evaluate('access.misfits()')) as string[]
    faults.push(...found.map((fault) => `${how}: ${fault}`))
  }
  if (!isShort) {
    await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(${JSON.stringify(SPACING)})
      document.adoptedStyleSheets = [sheet]
    })()`)
    await look('with wide spacing')
    await page.evaluate('document.adoptedStyleSheets = []; undefined')
    await look('as it is')
  }
  if (await switchType(page)) {
    await look('in large type')
    await switchType(page)
  }
  if (!isShort) {
    await page.setViewportSize(TWICE)
    await look('at 200 %')
  }
  await page.setViewportSize(FOUR_TIMES)
  await look('at 400 %')
  await page.setViewportSize(DESK)
  await settle(page)
  return faults
}

/** Presses the switch of the page; false where there is none, as on the page for a projector. */
export async function switchType(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const button = document.querySelector('.type-switch')
    button?.click()
    return button !== null
  })()`)
}

/** Two frames, in which the layout follows and charts are drawn anew. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
}
