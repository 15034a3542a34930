import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { toPdfs } from '../src/platform/official-document/testing.ts'

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
  | 'review-agenda'
  | 'review-sheet'
  | 'review-day'
  | 'review-after'

/** Writes a picture for the README at the size of an office screen; only when QUARTERDECK_SCREENSHOTS is set. */
export async function takePicture(page: Page, name: PictureName): Promise<void> {
  if (!process.env.QUARTERDECK_SCREENSHOTS) return
  await mkdir(FOLDER, { recursive: true })
  await page.mouse.move(0, 0)
  // Without a script of ours: the page's content policy lets none in.
  await expect.poll(() => page.locator('.ant-message-notice').count(), { timeout: 10_000 }).toBe(0)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

/** A page of a Word file as LibreOffice lays it out and pdftoppm draws it. */
export async function takeDocumentPicture(
  docx: Uint8Array,
  page: number,
  name: 'review-book',
): Promise<void> {
  if (!process.env.QUARTERDECK_SCREENSHOTS) return
  const [pdf] = await toPdfs([docx])
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-page-'))
  try {
    await writeFile(join(folder, 'page.pdf'), pdf!)
    const at = String(page)
    const options = ['-png', '-r', '80', '-f', at, '-l', at, '-singlefile']
    execFileSync('pdftoppm', [...options, join(folder, 'page.pdf'), join(FOLDER, name)])
    if (process.env.QUARTERDECK_PICTURES)
      execFileSync('pdftoppm', [
        '-png',
        '-r',
        '45',
        join(folder, 'page.pdf'),
        join(process.env.QUARTERDECK_PICTURES, name),
      ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
