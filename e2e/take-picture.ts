import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '../docs/screenshots')

/** Writes a picture for the README at the size of an office screen; only when QUARTERDECK_SCREENSHOTS is set. */
export async function takePicture(
  page: Page,
  name: 'reports' | 'read-accept' | 'ledger' | 'review',
): Promise<void> {
  if (!process.env.QUARTERDECK_SCREENSHOTS) return
  await mkdir(FOLDER, { recursive: true })
  await page.mouse.move(0, 0)
  await page.locator('.ant-message-notice').waitFor({ state: 'detached' })
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
