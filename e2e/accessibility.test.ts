import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LEFT_OUT, violationsOf } from './accessibility/axe.ts'
import { DIALOGS } from './accessibility/dialogs.ts'
import { EVERYTHING_WRONG } from './accessibility/everything-wrong.ts'
import { misfitsOf, putEyes, walkByKeys } from './accessibility/look.ts'
import { faultsOfOpening } from './accessibility/openings.ts'
import { nameOf, type Screen } from './accessibility/screen.ts'
import { SCREENS } from './accessibility/screens.ts'
import { openWorld, type Who, type World } from './accessibility/world.ts'
import { openChromium, whyNoBrowser } from './chromium.ts'

vi.setConfig({ testTimeout: 120_000 })

/**
 * The gate asks axe of one screen of each route and looks at it in large type and at 400 %; Tab walks through some.
 * `npm run check:access` does everything on every screen and in every dialog, which takes minutes.
 */
const IS_SHORT = process.env.QUARTERDECK_ACCESS !== 'all'
const LOOKED_AT = IS_SHORT
  ? SCREENS.filter(({ route }, at) => SCREENS.findIndex((each) => each.route === route) === at)
  : SCREENS
const WALKED_IN_SHORT = [
  '/',
  '/ledger',
  '/ledger/items/$itemId',
  '/indicators/$code',
  '/review/$reviewId',
  '/account',
]
const DIALOGS_IN_SHORT = ['/account · duban']

/** A machine with other work on it draws a page in seconds. */
const PATIENCE = 30_000

describe.skipIf(whyNoBrowser)(`for everyone${whyNoBrowser ? ` (${whyNoBrowser})` : ''}`, () => {
  let browser: Browser
  let world: World
  const pages = new Map<Who, Page>()

  beforeAll(async () => {
    browser = await openChromium()
    world = await openWorld(browser)
  }, 600_000)
  afterAll(async () => {
    await world?.close()
    await browser?.close()
  })

  async function open(screen: Screen): Promise<Page> {
    const page = pages.get(screen.as) ?? (await world.people[screen.as].context.newPage())
    pages.set(screen.as, page)
    page.setDefaultTimeout(PATIENCE)
    const path = typeof screen.at === 'string' ? screen.at : screen.at(world)
    await page.goto(`${world.house.address}${path}`)
    await page.locator('h1, .state-note').first().waitFor()
    await screen.prepare?.(page)
    if (screen.ready) await screen.ready(page).waitFor()
    await expect.poll(() => page.locator('.loading-lines').count(), { timeout: PATIENCE }).toBe(0)
    return page
  }

  it('knows every screen: each route of the router has an entry', async () => {
    const page = await open(SCREENS.find(({ route }) => route === '/')!)
    const routes = (await page.evaluate('Object.keys(__TSR_ROUTER__.routesByPath)')) as string[]
    expect(routes.length).toBeGreaterThan(40)
    expect(routes.filter((route) => !SCREENS.some((screen) => screen.route === route))).toEqual([])
  })

  it('finds what is wrong on a page where everything is', async () => {
    const page = await browser.newPage()
    await page.setContent(EVERYTHING_WRONG)
    await putEyes(page)
    const faults = [
      ...(await violationsOf(page)),
      ...(await walkByKeys(page)),
      ...(await misfitsOf(page)),
    ].join('\n')
    for (const fault of [
      'color-contrast at #faint',
      'label at #nameless',
      'target-size at #tiny',
      'nothing shows that the focus is on button#unseen',
      'button#covered "under the bar" has the focus under',
      'Tab does not reach button#trapped',
      'only a mouse can press div#mouse',
      'at 400 %: the page is',
      'p#cut',
    ])
      expect(faults, fault).toContain(fault)
    await page.close()
  })

  it.each(LOOKED_AT.map((screen) => [nameOf(screen), screen] as const))('%s', async (name, screen) => {
    const page = await open(screen)
    const faults = await violationsOf(page)
    if (!IS_SHORT || WALKED_IN_SHORT.includes(screen.route)) faults.push(...(await walkByKeys(page)))
    faults.push(...(await misfitsOf(page, { isShort: IS_SHORT })))
    if (!IS_SHORT || DIALOGS_IN_SHORT.includes(name))
      for (const opening of DIALOGS[name] ?? [])
        faults.push(
          // What does not open is a fault like others; the next one begins on the screen itself.
          ...(await faultsOfOpening(page, opening).catch(async (error: Error) => {
            await open(screen)
            return [`${opening.name}: ${error.message}`]
          })),
        )
    expect(faults).toEqual([])
  })

  it('names each dialog by a screen of the list', () => {
    const names = SCREENS.map(nameOf)
    expect(Object.keys(DIALOGS).filter((name) => !names.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('leaves out no rule of axe without a written reason', () => {
    for (const [rule, reason] of Object.entries(LEFT_OUT)) console.info(`axe: ${rule} is left out: ${reason}`)
    expect(Object.values(LEFT_OUT).filter((reason) => reason.length < 40)).toEqual([])
  })
})
