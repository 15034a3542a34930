import type { Page } from 'playwright-core'

/** Chooses an option of a select by its title; a select that is searched is given the words first. */
export async function choose(page: Page, id: string, title: string | RegExp, words?: string): Promise<void> {
  const box = page.locator(`#${id}`)
  await box.click()
  if (words) await box.fill(words)
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: title })
    .first()
    .click()
}

/** Fills the form of a composite league: one component by a common target with a cap, one by place, and both lists. */
export async function fillLeague(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建综合排名' }).click()
  await page.locator('#league-name').fill('月度综合评分')
  await page.locator('#league-key').fill('monthly-score')
  await choose(page, 'league-frequency', /^月$/)
  await page.locator('#completion-name').fill('诉求办结')
  await page.locator('#completion-weight').fill('60')
  await choose(page, 'completion-kind', '指标')
  await choose(page, 'completion-source', '诉求办结率', '诉求办结率')
  await choose(page, 'completion-scoring', '按统一目标')
  await page.locator('#completion-target').fill('90')
  await page.locator('#completion-cap').fill('101')
  await page.getByRole('button', { name: '增加分项' }).click()
  await page.locator('#part-2-name').fill('财政增收')
  await page.locator('#part-2-weight').fill('40')
  await choose(page, 'part-2-kind', '指标')
  await choose(page, 'part-2-source', '财政总收入', '财政总收入')
  await choose(page, 'part-2-measure', '同比')
  await choose(page, 'part-2-scoring', '按名次给分')
  await page.locator('#part-2-points').fill('40，36 32、28 24 20 16')
  await page.getByRole('checkbox', { name: '按名次加减分' }).check()
  await page.locator('#league-most').fill('3')
  await choose(page, 'league-lists', '绵阳红黑榜：县市区、园区')
}
