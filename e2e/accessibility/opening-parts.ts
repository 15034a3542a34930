import type { Locator, Page } from 'playwright-core'
import { PHONE } from '../visitor.ts'
import { settle } from './look.ts'
import { button, dialog, menu, type Opening } from './screen.ts'
import { begins, type Key, word } from './words.ts'

/** Opens by the button of exactly that word. */
export const opens = (name: string, key: Key, shows: Opening['shows'] = dialog): Opening => ({
  name,
  opener: button(word(key)),
  shows,
})
/** Opens by a button whose name goes on after the word. */
export const opensBy = (name: string, opener: RegExp, shows: Opening['shows'] = dialog): Opening => ({
  name,
  opener: button(opener),
  shows,
})
/** A step of an item's own bar; its key stands behind its word. */
export const step = (name: string, key: Key): Opening => ({
  name,
  opener: (page) =>
    page
      .getByRole('navigation', { name: word('item.steps'), exact: true })
      .getByRole('button', { name: begins(key) })
      .first(),
  shows: dialog,
})
/** The list of keys, by its button. */
export const keyList: Opening = opensBy('keys', begins('app.keys-help'))
/** The list of keys by `?`, where no button opens it. */
export const keyListFrom = (opener: Opening['opener']): Opening => ({
  name: 'keys',
  opener,
  key: '?',
  shows: dialog,
})
/** What asks whether one is sure; it may stand over a drawer. */
export const question: Opening['shows'] = (page) => page.locator('.ant-modal-confirm').last()

/** The statement that the keys act on: work goes on there. */
export const statement = (page: Page) => page.locator('[aria-current="true"][data-statement]')

/** Goes down in the menu that has opened, by keys. */
export const choosing =
  (wanted: string | ((menu: Locator) => Locator)): NonNullable<Opening['further']> =>
  async (page) => {
    const item =
      typeof wanted === 'string'
        ? menu(page).getByRole('menuitem', { name: wanted, exact: true })
        : wanted(menu(page))
    await item.waitFor()
    // No hand is as fast: what has just come down listens to keys a frame later.
    await settle(page)
    const pressed = async (key: string) => {
      await page.keyboard.press(key)
      await settle(page)
      return item.evaluate((element) => element === element.ownerDocument.activeElement)
    }
    let isThere = await pressed('Tab')
    for (let more = 0; more < 9 && !isThere; more++) isThere = await pressed('ArrowDown')
    await page.keyboard.press('Enter')
  }

/** Ticks the first line of a table. */
export const tickFirst: NonNullable<Opening['before']> = (page) =>
  page.locator('tbody input[type=checkbox]').first().check()

/** Beside the lines of a sheet a phone has no room for what they rest on. */
export const sourcesOnPhone: Opening = {
  name: 'sources',
  at: PHONE,
  opener: (page) => page.locator('.line-sources').first(),
  shows: dialog,
}
