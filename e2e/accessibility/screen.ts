import type { Locator, Page } from 'playwright-core'
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
  /** What a person goes to and presses Enter on. */
  readonly opener: (page: Page) => Locator
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
export const dialog = (name?: string | RegExp) => (page: Page) =>
  page.getByRole('dialog', name === undefined ? {} : { name })
/** A menu that has come down. */
export const menu = (page: Page) => page.locator('.ant-dropdown:not(.ant-dropdown-hidden) [role=menu]')
export const tab = (name: string) => async (page: Page) => page.getByRole('tab', { name }).click()
export const words = (text: string | RegExp) => (page: Page) => page.getByText(text).first()
