import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { misfitsOf, putEyes, walkByKeys } from './look.ts'
import type { Opening } from './screen.ts'

/** Opens it by keyboard, looks at it as at a screen, closes it by Escape: the focus is back where it came from. */
export async function faultsOfOpening(page: Page, opening: Opening): Promise<string[]> {
  const faults: string[] = []
  const opener = opening.opener(page)
  await opener.focus()
  await page.keyboard.press('Enter')
  await opening.further?.(page)
  const shown = opening.shows(page)
  await shown.waitFor()
  // A drawer holds the focus on the box around the dialog.
  const selector = '[role=dialog], .ant-drawer'
  if (!opening.isBeside && (await shown.getAttribute('role')) === 'dialog') {
    await putEyes(page)
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
  faults.push(...(await violationsOf(page)), ...(await misfitsOf(page)))
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'hidden' })
  const back = opening.returnsTo?.(page) ?? opener
  if (!(await back.evaluate((element) => element === element.ownerDocument.activeElement)))
    faults.push(`after Escape the focus is not back: ${await page.evaluate('access.where()')}`)
  return faults.map((fault) => `${opening.name}: ${fault}`)
}
