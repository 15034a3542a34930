import type { Page } from 'playwright-core'

/** Types into the select that has the focus and takes what is marked in its list, which a busy machine draws later than one types. */
export async function chooseTyped(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.locator('.ant-select-item-option-active:visible', { hasText: text }).first().waitFor()
  await page.keyboard.press('Enter')
}
