import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { activeRow, dropFile, enterRoom, goToStatement, openVisitor, type Visitor } from './visitor.ts'

const SAMPLE = join(import.meta.dirname, '../packs/shanghai/sample-report/first-try.txt')

describe.skipIf(whyNoBrowser)(
  `the whole walk of an officer${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`,
  () => {
    let house: RunningQuarterdeck
    let browser: Browser
    let officer: Visitor

    beforeAll(async () => {
      house = await openQuarterdeck()
      browser = await openChromium()
      officer = await openVisitor(browser, house)
      await officer.signIn('duban')
    })
    afterAll(async () => {
      await browser?.close()
      await house?.close()
    })

    it('drops a report on the page and sees what it says', async () => {
      const { page } = officer
      await enterRoom(page, '报道')
      await page.getByRole('heading', { name: '报道', exact: true }).waitFor()
      await page.getByLabel('报道日期（可不填）').fill('2026-07-08')
      await page.keyboard.press('Enter')
      await dropFile(page, SAMPLE)
      await page.getByRole('region', { name: '陈述' }).waitFor()
      await page.getByRole('region', { name: '奉贤区' }).waitFor()
      expect(await page.getByRole('region', { name: '原文' }).innerText()).toContain('农村集体')
    })

    it('accepts what is right with keys; the list and the text both show it', async () => {
      const { page } = officer
      await goToStatement(page, '短板', '农村集体')
      await takePicture(page, 'read-accept')
      const id = await activeRow(page).getAttribute('data-statement')
      await page.keyboard.press('a')
      await page.locator(`[data-statement="${id}"]`).getByText('已采纳').waitFor()
      expect(await page.locator(`mark[data-ids~="${id}"]`).count()).toBeGreaterThan(0)
    })

    it('accepts the rest above a confidence after seeing what is left', async () => {
      const { page } = officer
      await page.getByRole('button', { name: '成批采纳' }).click()
      const dialog = page.getByRole('dialog', { name: '按把握成批采纳' })
      await dialog.getByRole('slider').focus()
      for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft')
      const will = await dialog.getByRole('status').innerText()
      const count = Number(/\d+/.exec(will)?.[0])
      expect(count).toBeGreaterThan(3)
      await dialog.getByRole('button', { name: `采纳 ${count} 条` }).click()
      await page.getByText(`已采纳 ${count} 条`).waitFor()
    })

    it('finds the task in the ledger, and from there its sentence in one click', async () => {
      const { page } = officer
      await enterRoom(page, '台账')
      const table = page.getByRole('table', { name: '台账' })
      await table.getByRole('button', { name: '期限' }).click()
      await page.waitForURL(/sort=dueOn/)
      await takePicture(page, 'ledger')
      await page.getByRole('searchbox', { name: '搜索事项' }).fill('泵站')
      await page.waitForURL(/q=/)
      const row = table.getByRole('row').filter({ hasText: '市水务局' })
      await row.getByRole('link', { name: '原句' }).first().click()
      await activeRow(page).waitFor()
      await expect.poll(() => page.locator('mark.is-active').first().isVisible()).toBe(true)
      expect(await page.locator('mark.is-active').allInnerTexts()).toContainEqual(
        expect.stringMatching(/牵头|泵站|检修/),
      )
      await enterRoom(page, '报道')
      await page.getByRole('table', { name: '报道' }).waitFor()
      await takePicture(page, 'reports')
    })

    it('reads on the page of a unit what was found short, with its sentence', async () => {
      const { page } = officer
      await enterRoom(page, '点评')
      await page.getByRole('link', { name: '历次点评' }).click()
      await page.getByRole('link', { name: '奉贤区' }).click()
      await page.getByRole('heading', { name: '奉贤区点评材料' }).waitFor()
      const shortfall = page
        .getByRole('region', { name: '短板' })
        .getByRole('listitem')
        .filter({ has: page.locator('summary', { hasText: '农村集体' }) })
      await shortfall.locator('summary').click()
      await shortfall.getByText('方面仍存不足').waitFor()
    })

    it('confirms that an earlier shortfall of a unit came back, both sentences side by side', async () => {
      const { page } = officer
      await enterRoom(page, '点评')
      await page.getByRole('link', { name: '历次点评' }).click()
      await page.getByRole('link', { name: '金山区' }).click()
      await page.getByRole('heading', { name: '金山区点评材料' }).waitFor()
      const recurrence = page
        .getByRole('listitem')
        .filter({ hasText: '可能反复' })
        .filter({ hasText: '农村集体' })
        .first()
      await recurrence.getByText('2024年一季度').waitFor()
      await recurrence.getByText('2025年一季度').waitFor()
      await takePicture(page, 'review')
      await recurrence.getByRole('button', { name: '确认反复' }).click()
      await page.getByText('已确认反复').first().waitFor()
      await page
        .getByRole('region', { name: '短板' })
        .getByRole('listitem')
        .filter({ hasText: '农村集体' })
        .getByText('反复')
        .first()
        .waitFor()
    })

    it('asked no other host, broke no content policy, logged no error', () => {
      expect(officer.troubles).toEqual([])
    })
  },
)
