import { type Raw, textIn } from './search-values.ts'

/** Which line of a sheet is lit. */
export interface SheetSearch {
  readonly line?: string
}

export function readSheetSearch(raw: Raw): SheetSearch {
  const line = textIn(raw, 'line')
  return line === undefined ? {} : { line }
}

/** What is shown of the comparison of book and report; left out: all. */
export interface AfterSearch {
  readonly show?: (typeof AFTER_SHOWN)[number]
}

export const AFTER_SHOWN = ['open', 'differs', 'printed', 'said'] as const

export function readAfterSearch(raw: Raw): AfterSearch {
  const show = AFTER_SHOWN.find((each) => each === raw.show)
  return show ? { show } : {}
}

/** Which matters are listed. */
export interface MattersSearch {
  readonly unitId?: string
  readonly state?: (typeof MATTER_STATES)[number]
  readonly atLeast?: number
}

export const MATTER_STATES = ['open', 'came-back', 'resolved'] as const

export function readMattersSearch(raw: Raw): MattersSearch {
  const unitId = textIn(raw, 'unitId')
  const state = MATTER_STATES.find((each) => each === raw.state)
  const atLeast = Number(raw.atLeast)
  return {
    ...(unitId && { unitId }),
    ...(state && { state }),
    ...(Number.isInteger(atLeast) && atLeast > 1 && atLeast <= 100 && { atLeast }),
  }
}

/** What of the past is shown, of which unit, and which list of shortfalls is open: all or of one review, all or of one fate. */
export interface OverTimeSearch {
  readonly part?: (typeof OVER_TIME_PARTS)[number]
  readonly unitId?: string
  readonly list?: string
  readonly fate?: string
}

/** The first one stands when the address names none. */
export const OVER_TIME_PARTS = ['shortfalls', 'units', 'commitments', 'reviews'] as const

export function readOverTimeSearch(raw: Raw): OverTimeSearch {
  const part = OVER_TIME_PARTS.slice(1).find((each) => each === raw.part)
  const [unitId, list, fate] = ['unitId', 'list', 'fate'].map((name) => textIn(raw, name))
  return { ...(part && { part }), ...(unitId && { unitId }), ...(list && { list }), ...(fate && { fate }) }
}
