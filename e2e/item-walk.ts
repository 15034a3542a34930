import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** An item's page under its title. */
export async function openItem(page: Page, address: string, view?: 'story'): Promise<void> {
  await page.goto(view ? `${address}?view=${view}` : address)
  await page.locator('.item-standing').waitFor()
}

/** Takes a step from the item's own bar: opens its dialog, fills it in, confirms, and waits until it is gone. */
export async function take(page: Page, step: string, fill?: (dialog: Locator) => Promise<void>) {
  const bar = page.getByRole('navigation', { name: '可以做什么' })
  await bar.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${step}`) })
  await fill?.(dialog)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export const reason = (words: string) => async (dialog: Locator) => {
  await dialog.getByLabel('理由').fill(words)
}

/** Types a day into a field of a dialog. */
export async function fillDay(dialog: Locator, label: string, day: string): Promise<void> {
  await dialog.getByLabel(label).fill(day)
  await dialog.getByLabel(label).press('Enter')
}

/** The sentence that stands behind a button which cannot be pressed. */
export async function refusalOf(page: Page, step: string): Promise<string> {
  const bar = page.getByRole('navigation', { name: '可以做什么' })
  const more = bar.getByRole('button', { name: /^现在不能做的/ })
  if ((await more.count()) > 0) await more.click()
  const gated = bar.getByRole('button', { name: new RegExp(`^${step}\\s*\\(`) })
  await gated.waitFor()
  expect(await gated.getAttribute('aria-disabled')).toBe('true')
  return gated.innerText()
}

/** What the head of the page says: light by its word and shape, state, and the whole of it as text. */
export async function standing(page: Page): Promise<{ light: string; shape: string; text: string }> {
  const head = page.locator('.item-standing')
  const light = head.locator('.light')
  return {
    light: (await light.innerText()).trim(),
    shape: (await light.locator('path').getAttribute('d')) ?? '',
    text: (await head.innerText()).replaceAll(/\s+/g, ' '),
  }
}

/** Waits until the head of an open page says it, as it does soon after a step. */
export async function says(page: Page, words: string): Promise<void> {
  await expect.poll(async () => (await standing(page)).text).toContain(words)
}

/** Lines of the item's story, the oldest first. */
export async function story(page: Page, address: string): Promise<string[]> {
  await openItem(page, address, 'story')
  const lines = page.locator('.story-events > li')
  await lines.first().waitFor()
  return (await lines.allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '))
}

/** Names of the rules by which an item stands on a desk. */
export async function rulesOnDesk(page: Page, path: string, title: string): Promise<string[]> {
  await page.goto(path)
  await page.locator('.desk-group, .state-note').first().waitFor()
  const groups = page.locator('.desk-group', { has: page.getByRole('link', { name: title, exact: true }) })
  return (await groups.locator('h2').allInnerTexts()).map((heading) => heading.split('：')[0]!)
}

/** Unread messages behind the bell, which are then marked as read. */
export async function readBell(page: Page): Promise<string[]> {
  await page.reload()
  await page.getByRole('button', { name: /^消息/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(/^未读 \d+$/).click()
  const empty = drawer.getByText('没有未读消息', { exact: true }).first()
  const list = drawer.getByRole('list', { name: '消息' })
  await list.or(empty).first().waitFor()
  // The list of all messages stands there until that of the unread ones has come.
  await expect.poll(() => list.locator('.message:not(.is-unread)').count()).toBe(0)
  const titles = await list.locator('.message-title').allInnerTexts()
  const next = drawer.getByRole('button', { name: '下一页' })
  while ((await next.count()) > 0 && (await next.isEnabled())) {
    const last = titles.at(-1)
    await next.click()
    await expect.poll(() => list.locator('.message-title').last().innerText()).not.toBe(last)
    titles.push(...(await list.locator('.message-title').allInnerTexts()))
  }
  if (titles.length > 0) {
    await drawer.getByRole('button', { name: '全部标为已读' }).click()
    await empty.waitFor()
  }
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  return titles
}

/** The cell of the statistics by units that a row and a column share. */
export async function statisticsCell(page: Page, row: string, column: string): Promise<Locator> {
  const table = page.getByRole('table', { name: '统计', exact: true })
  await table.waitFor()
  return table.getByRole('row', { name: new RegExp(`^${row}`) }).locator(`td[data-label="${column}"]`)
}

/** Takes a step of a supporting unit, from its line in the table of duties. */
export async function takeDutyStep(page: Page, step: string, fill?: (dialog: Locator) => Promise<void>) {
  await page
    .getByRole('table', { name: '各单位分工' })
    .getByRole('button', { name: step, exact: true })
    .click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${step}`) })
  await fill?.(dialog)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
