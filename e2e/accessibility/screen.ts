import type { Locator, Page, ViewportSize } from 'playwright-core'
import { type Key, word } from './words.ts'
import type { Who, World } from './world.ts'

/** One address of the product with something on it. */
export interface Screen {
  /** The route as the router writes it; every route has at least one screen. */
  readonly route: string
  /** What of the route is shown, where there are several. */
  readonly part?: string
  readonly as: Who
  readonly at: string | ((world: World) => string)
  /** What is pressed to come to the part, where no address leads to it. */
  readonly prepare?: (page: Page) => Promise<void>
  /** What stands there once it is ready, besides its heading. */
  readonly ready?: (page: Page) => Locator
}

/** Something that opens over a screen, and closes by Escape. */
export interface Opening {
  readonly name: string
  /** The window, where it opens in a narrow one only. */
  readonly at?: ViewportSize
  /** What is done before it can be opened: a line is ticked. */
  readonly before?: (page: Page) => Promise<void>
  /** What a person goes to and presses Enter on. */
  readonly opener: (page: Page) => Locator
  /** The key that opens it there instead of Enter. */
  readonly key?: string
  /** What is pressed after that, where it opens from a menu. */
  readonly further?: (page: Page) => Promise<void>
  /** Stands beside the page, which can still be worked in: keeps no focus. */
  readonly isBeside?: true
  /** Where the focus is after Escape, where that is not the opener. */
  readonly returnsTo?: (page: Page) => Locator
  readonly shows: (page: Page) => Locator
}

export const nameOf = ({ route, part, as }: Screen): string => [route, part, as].filter(Boolean).join(' · ')

export const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first()
/** The dialog that was opened last: one may open from another. */
export const dialog = (page: Page) => page.getByRole('dialog').last()
/** A menu that has come down. */
export const menu = (page: Page) => page.locator('.ant-dropdown:not(.ant-dropdown-hidden) [role=menu]')
export const tab = (key: Key) => async (page: Page) =>
  page.getByRole('tab', { name: word(key), exact: true }).click()
export const press = (name: string | RegExp) => async (page: Page) => button(name)(page).click()
export const words = (text: string | RegExp) => (page: Page) => page.getByText(text).first()
