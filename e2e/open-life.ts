import type { Browser, Page } from 'playwright-core'
import type { Day } from '../src/kernel/day.ts'
import { openChromium } from './chromium.ts'
import { type MovableClock, movableClock } from './movable-clock.ts'
import { openQuarterdeck, type RunningQuarterdeck } from './open-quarterdeck.ts'
import { DESK, openVisitor, PHONE, type Visitor } from './visitor.ts'

const PICTURES = process.env.QUARTERDECK_PICTURES

/** The product with a clock that can be moved, and people who sit at their own screens. */
export interface Life {
  readonly house: RunningQuarterdeck
  readonly clock: MovableClock
  /** A person's page, signed in on the day that the clock shows: sessions end in a night. */
  as(username: string): Promise<Page>
  /** Sends what the screens would send, as the person. */
  send(username: string, path: string, data: object): Promise<{ id: string; number: string }>
  unitId(name: string): Promise<string>
  /** A full picture of a page at an office's screen and on a phone; only when QUARTERDECK_PICTURES names a folder. */
  picture(page: Page, name: string): Promise<void>
  /** What went wrong unseen on anybody's screen. */
  troubles(): string[]
  close(): Promise<void>
}

export async function openLife(day: Day): Promise<Life> {
  const clock = movableClock(day)
  const house = await openQuarterdeck({ clock })
  const browser: Browser = await openChromium()
  const visitors = new Map<string, { visitor: Visitor; signedInOn: Day }>()

  async function as(username: string): Promise<Page> {
    const known = visitors.get(username)
    if (known?.signedInOn === clock.today()) return known.visitor.page
    const visitor = known?.visitor ?? (await openVisitor(browser, house))
    await visitor.signIn(username)
    visitors.set(username, { visitor, signedInOn: clock.today() })
    return visitor.page
  }

  return {
    house,
    clock,
    as,
    async send(username, path, data) {
      const { request } = await as(username)
      const { csrfToken } = await (await request.get(`${house.address}/api/session`)).json()
      const answer = await request.post(`${house.address}/api${path}`, {
        headers: { 'x-csrf-token': csrfToken },
        data,
      })
      if (!answer.ok()) throw new Error(await answer.text())
      return answer.json()
    },
    async unitId(name) {
      const { request } = await as('duban')
      const { units } = await (await request.get(`${house.address}/api/units`)).json()
      return units.find((unit: { name: string }) => unit.name === name).id
    },
    async picture(page, name) {
      if (!PICTURES) return
      for (const [size, viewport] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await page.setViewportSize(viewport)
        await page.waitForTimeout(400)
        await page.screenshot({ path: `${PICTURES}/${name}-${size}.png`, fullPage: true })
      }
      await page.setViewportSize(DESK)
    },
    troubles: () => [...visitors.values()].flatMap(({ visitor }) => visitor.troubles),
    async close() {
      await browser.close()
      await house.close()
    },
  }
}
