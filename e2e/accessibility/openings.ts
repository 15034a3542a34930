import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { misfitsOf, putEyes, walkByKeys } from './look.ts'
import type { Opening } from './screen.ts'

/** Asked of the eyes in the page. */
const isNamed = (box: object): boolean =>
  (globalThis as unknown as { access: { named(box: object): boolean } }).access.named(box)

/** Opens it by keyboard, looks at it as at a screen, closes it by Escape: the focus is back where it came from. */
export async function faultsOfOpening(page: Page, opening: Opening): Promise<string[]> {
  const faults: string[] = []
  if (opening.at) await page.setViewportSize(opening.at)
  await opening.before?.(page)
  const opener = opening.opener(page)
  await opener.focus()
  await page.keyboard.press(opening.key ?? 'Enter')
  await opening.further?.(page)
  const shown = opening.shows(page)
  await shown.waitFor()
  // A drawer holds the focus on the box around the dialog.
  const selector = '[role=dialog], .ant-drawer'
  await putEyes(page)
  const isDialog = (await shown.getAttribute('role')) === 'dialog'
  const isOver = isDialog && !opening.isBeside
  if (isOver) {
    // A drawer that is loaded first takes the focus a moment later.
    if (
      !(await page.evaluate(
        `new Promise((done) => setTimeout(() => done(access.focusIn('${selector}')), 300))`,
      ))
    )
      faults.push('the focus stays outside the dialog')
    faults.push(...(await walkByKeys(page, selector)))
    if (!(await page.evaluate(`document.activeElement === document.body || access.focusIn('${selector}')`)))
      faults.push('Tab leaves the dialog')
  }
  // Asked late: a step from the desk stands in another dialog until its item is read.
  if (isDialog && !(await shown.evaluate(isNamed))) faults.push('the dialog has no name')
  faults.push(...(await violationsOf(page, { isOver })), ...(await misfitsOf(page)))
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'hidden' })
  const back = opening.returnsTo?.(page) ?? opener
  if (!(await back.evaluate((element) => element === element.ownerDocument.activeElement)))
    faults.push(`after Escape the focus is not back: ${await page.evaluate('access.where()')}`)
  return faults.map((fault) => `${opening.name}: ${fault}`)
}
