import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium, whyNoBrowser } from './chromium.ts'
import { seedIndicators } from './indicators/seed-indicators.ts'
import { movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { DESK, dropFile, excessWidth, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

describe.skipIf(whyNoBrowser)(`the templates of documents${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let house: RunningQuarterdeck
  let browser: Browser
  let officer: Visitor
  let page: Page
  let shipped: Uint8Array
  let reviewId: string
  let unitId: string

  beforeAll(async () => {
    house = await openQuarterdeck({ pack: 'riverport', clock: movableClock('2023-10-20') })
    await seedIndicators(house.asSystem())
    browser = await openChromium()
    officer = await openVisitor(browser, house)
    await officer.signIn('duban')
    page = officer.page
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const look = async (name: string) => {
    for (const [size, viewport] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      await page.setViewportSize(viewport)
      if (PICTURES) await page.waitForTimeout(500)
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${size}.png` })
      expect(await excessWidth(page), `${name} at ${size}`).toBeLessThanOrEqual(0)
    }
  }
  const send = async (method: 'post' | 'put', path: string, data: object = {}) => {
    const { csrfToken } = await (await page.request.get(`${house.address}/api/session`)).json()
    const answer = await page.request[method](`${house.address}/api/reviews${path}`, {
      headers: { 'x-csrf-token': csrfToken },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  /** What comes down when something is clicked: its name and its bytes. */
  const download = async (click: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()])
    return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) }
  }
  const wordsOf = (docx: Uint8Array) =>
    strFromU8(unzipSync(docx)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
  const changed = async (from: string, to: string) => {
    const parts = unzipSync(shipped)
    const text = strFromU8(parts['word/document.xml']!)
    expect(text).toContain(from)
    const path = join(tmpdir(), `quarterdeck-${process.pid}-notice.docx`)
    await writeFile(path, zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(from, to)) }))
    return path
  }
  const rowOf = (kind: string) =>
    page.getByRole('table', { name: '文书模板' }).getByRole('row').filter({ hasText: kind }).first()
  const choose = async (kind: string, format: string) => {
    await page.getByRole('button', { name: '文书', exact: true }).click()
    const group = page.locator('.ant-dropdown-menu-item-group', { hasText: kind })
    await group.getByRole('menuitem', { name: format }).click()
  }

  it('lists the five, says what their placeholders stand for, and gives one out', async () => {
    await page.goto(`${house.address}/review/templates`)
    await rowOf('汇报册').getByText('随产品提供的模板').waitFor()
    expect(await page.locator('.data-table tbody tr').count()).toBe(5)
    await look('templates')
    await rowOf('通报').getByRole('button', { name: '占位符' }).click()
    const fields = page.getByRole('table', { name: '通报可以用的占位符' })
    const field = fields.getByRole('row').filter({ hasText: '{{会议日期}}' })
    expect(await field.innerText()).toMatch(/开会的日期[\s\S]*2025年4月18日/)
    await look('template-fields')
    await page.keyboard.press('Escape')
    await fields.waitFor({ state: 'detached' })
    const file = await download(() => rowOf('通报').getByRole('link', { name: '下载' }).click())
    expect(file.name).toBe('通报.docx')
    shipped = file.bytes
  })

  it('says where a changed one cannot be filled, shows what a sound one makes, and takes it', async () => {
    await rowOf('通报').getByRole('button', { name: '换一份' }).click()
    const dialog = page.getByRole('dialog', { name: '换通报的模板' })
    await dialog.getByTestId('template-file').setInputFiles(await changed('{{单位数}}', '{{单位总数}}'))
    const refused = dialog.getByRole('alert')
    await refused.getByText('{{单位总数}}', { exact: true }).waitFor()
    expect(await refused.innerText()).toContain('市政府召开')
    expect(await dialog.getByRole('button', { name: '采用' }).isDisabled()).toBe(true)
    await look('template-refused')
    await dropFile(page, await changed('下一步要求', '下一步打算'))
    await dialog.frameLocator('iframe').getByText('下一步打算').waitFor()
    await look('template-tried')
    await dialog.getByRole('button', { name: '采用' }).click()
    await dialog.waitFor({ state: 'detached' })
    await rowOf('通报')
      .getByText(/notice\.docx/)
      .waitFor()
  })

  it('makes documents by it', async () => {
    const body = { period: '2023Q3', title: '三季度工作点评会', heldAt: '2023-10-25T01:00:00Z' }
    const { id, version } = await send('post', '/cycles', body)
    reviewId = id
    const { units } = await (await page.request.get(`${house.address}/api/units`)).json()
    unitId = units.find((unit: { name: string }) => unit.name === '云泊新区').id
    await send('put', `/cycles/${id}/agenda`, { version, points: [{ kind: 'speech', unitId }] })
    await send('post', `/cycles/${id}/sheets/${unitId}/draft`)
    await page.goto(`${house.address}/review/${id}`)
    await choose('通报', 'Word')
    await page.getByRole('textbox', { name: '发文字号' }).fill('泊府办〔2023〕9号')
    const notice = await download(() => page.keyboard.press('Enter'))
    expect(notice.name).toBe('2023Q3通报.docx')
    expect(wordsOf(notice.bytes)).toMatch(/泊府办〔2023〕9号[\s\S]*下一步打算/)
  })

  it('gives every document in every format, a unit’s from its sheet', async () => {
    await page.goto(`${house.address}/review/${reviewId}`)
    const documents = page.getByRole('button', { name: '文书', exact: true })
    await documents.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Word' }).first().waitFor()
    await look('documents-menu')
    await documents.click()
    for (const kind of ['汇报册', '承诺事项备忘'])
      for (const [format, ending] of [
        ['Word', 'docx'],
        ['Excel 附表', 'xlsx'],
      ] as const)
        expect((await download(() => choose(kind, format))).name).toBe(`2023Q3${kind}.${ending}`)
    await page.goto(`${house.address}/review/${reviewId}/sheets/${unitId}`)
    await page.locator('.line').first().waitFor()
    for (const kind of ['点评要点', '督办函'])
      expect((await download(() => choose(kind, 'Word'))).name).toBe(`2023Q3云泊新区${kind}.docx`)
    const [shown] = await Promise.all([page.waitForEvent('popup'), choose('点评要点', '网页')])
    await shown.getByText('云泊新区2023年三季度工作点评要点').waitFor()
    if (PICTURES) await shown.screenshot({ path: `${PICTURES}/template-page.png` })
    await shown.close()
  })

  it('goes back to the shipped one, and keeps on record what was', async () => {
    await page.goto(`${house.address}/review/templates`)
    await rowOf('通报').getByRole('button', { name: '恢复原样' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复原样' }).click()
    await rowOf('通报').getByText('随产品提供的模板').waitFor()
    const again = await download(() => rowOf('通报').getByRole('link', { name: '下载' }).click())
    expect(Buffer.from(again.bytes).equals(Buffer.from(shipped))).toBe(true)
    await rowOf('通报').getByRole('button', { name: '历次' }).click()
    const versions = page.getByRole('table', { name: '通报模板的历次更换' })
    await versions.getByRole('row').filter({ hasText: '第 2 版' }).getByText('恢复了').waitFor()
    await look('template-versions')
    const old = await download(() => versions.getByRole('link', { name: '下载' }).click())
    expect(wordsOf(old.bytes)).toContain('下一步打算')
  })

  it('says why a document is not made, and shows no templates to who may not change them', async () => {
    await page.goto(`${house.address}/review/${reviewId}/sheets/${unitId}`)
    await page.locator('.line').first().waitFor()
    const { version } = await (
      await page.request.get(`${house.address}/api/reviews/cycles/${reviewId}`)
    ).json()
    await send('put', `/cycles/${reviewId}/agenda`, { version, points: [] })
    await choose('点评要点', 'Word')
    const refused = page.getByRole('dialog', { name: '点评要点没有做成' })
    await refused.getByText('不在这次会议的发言名单中').waitFor()
    await look('document-refused')
    const leader = await openVisitor(browser, house)
    await leader.signIn('leader')
    await leader.page.goto(`${house.address}/review/templates`)
    await leader.page.getByText('reviews.template').waitFor()
    expect([...officer.troubles, ...leader.troubles]).toEqual([])
  })
})
