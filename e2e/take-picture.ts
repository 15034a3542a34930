import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

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

/** The second page of a Word file, where its text begins, as LibreOffice shows it and pdftoppm draws it. */
export async function takeDocumentPicture(docx: Uint8Array, name: 'review-book'): Promise<void> {
  if (!process.env.QUARTERDECK_SCREENSHOTS) return
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-page-'))
  try {
    await writeFile(join(folder, 'page.docx'), docx)
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'page.docx'),
    ])
    const to = join(FOLDER, name)
    execFileSync('pdftoppm', [
      '-png',
      '-r',
      '80',
      '-f',
      '2',
      '-l',
      '2',
      '-singlefile',
      join(folder, 'page.pdf'),
      to,
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
