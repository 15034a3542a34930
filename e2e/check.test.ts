import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { takePicture } from './take-picture.ts'
import { dropFile, enterRoom, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const SAMPLE = join(import.meta.dirname, '../packs/shanghai/sample-report/first-try.txt')
const DRAFT = `关于2026年上半年重点工作推进情况的通报

上半年，全市12345热线共受理诉求8613件，其中线上申请5316件，窗口申请2847件。按时办结率由96.2%提高到97.4%，提高1.2%。
规上企业从1864家增加到2147家，增长15.1%。会议听取南汇区汇报。6月份投诉量同比5月份下降4.2%。
在全市16个区中，该区综合排名第18位。`

describe.skipIf(whyNoBrowser)(`the figure check${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
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

  it('marks what does not agree beside the list of findings, and keys go through them', async () => {
    const { page } = officer
    await enterRoom(page, '校核')
    await page.getByLabel('粘贴文稿').fill(DRAFT)
    await page.getByRole('button', { name: '校核 Ctrl+Enter' }).click()
    const table = page.getByRole('table', { name: '校核清单' })
    await table.getByText('各项相加与总数不符').waitFor()
    const findings = await table.getByRole('row').count()
    expect(findings - 1).toBe(6)
    for (const word of ['百分点', '截尾', '南汇区', '同比、环比', '位次'])
      await table.getByText(word).first().waitFor()
    await page.keyboard.press('j')
    expect(await table.locator('tr[aria-current="true"]').getAttribute('data-row')).toBe('1')
    expect(await page.locator('mark.is-active').allInnerTexts()).toContain('1.2%')
    await takePicture(page, 'check')
  })

  it('checks a dropped file, and a report from its own page', async () => {
    const { page } = officer
    await page.getByRole('button', { name: '另核一份' }).click()
    await page.getByLabel('粘贴文稿').waitFor()
    await dropFile(page, SAMPLE)
    await page.getByRole('region', { name: '文稿' }).waitFor()
    await enterRoom(page, '报道')
    await page.getByRole('heading', { name: '报道', exact: true }).waitFor()
    await dropFile(page, SAMPLE)
    await page.getByRole('region', { name: '陈述' }).waitFor()
    await page.getByRole('button', { name: '校核数字' }).click()
    await page.waitForURL(/check\?report=/)
    await page.getByText(/发现 \d+ 处/).waitFor()
    expect(officer.troubles).toEqual([])
  })

  it('fits a phone, and says why an auditor may not', async () => {
    const phone = await openVisitor(browser, house, PHONE)
    await phone.signIn('duban')
    await phone.page.goto(`${house.address}/check`)
    await phone.page.getByLabel('粘贴文稿').fill(DRAFT)
    await phone.page.keyboard.press('Control+Enter')
    await phone.page.getByRole('table', { name: '校核清单' }).waitFor()
    expect(await excessWidth(phone.page)).toBe(0)
    const picture = process.env.CHECK_PHONE_PICTURE
    if (picture) await phone.page.screenshot({ path: picture })
    const auditor = await openVisitor(browser, house)
    await auditor.signIn('auditor')
    await auditor.page.goto(`${house.address}/check`)
    await auditor.page.getByRole('alert').getByText('reviews.check').waitFor()
  })
})
