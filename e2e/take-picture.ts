import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '../docs/screenshots')

type PictureName =
  | 'reports'
  | 'read-accept'
  | 'ledger'
  | 'review'
  | 'item'
  | 'story'
  | 'desk'
  | 'statistics'
  | 'import'
  | 'indicator'
  | 'pace'
  | 'composite'
  | 'check'

/** Writes a picture for the README at the size of an office screen; only when QUARTERDECK_SCREENSHOTS is set. */
export async function takePicture(page: Page, name: PictureName): Promise<void> {
  if (!process.env.QUARTERDECK_SCREENSHOTS) return
  await mkdir(FOLDER, { recursive: true })
  await page.mouse.move(0, 0)
  await page.waitForFunction("!document.querySelector('.ant-message-notice')")
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
