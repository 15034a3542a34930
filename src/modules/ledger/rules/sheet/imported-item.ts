import type { Day } from '../../../../kernel/day.ts'
import type { CreateItem, Item } from '../../schema.ts'
import type { SheetField } from './sheet-field.ts'

/** What an item of a sheet says of its life so far: taken over for a new item, only compared for one that is there. */
export interface ListedStanding {
  readonly state: Item['state'] | null
  readonly progress: number | null
  readonly dispatchedOn: Day | null
  readonly signedOn: Day | null
  readonly finishedOn: Day | null
  readonly closedOn: Day | null
  readonly firstDueOn: Day | null
  readonly wasLate: boolean
}

/** A row of a sheet as an item of the ledger. */
export interface ImportedItem {
  /** The ledger's own number, of an exported sheet. */
  readonly number: string | null
  /** Without the place in the tree, which is told by the number of the parent. */
  readonly fields: Omit<CreateItem, 'isClassified' | 'parentId'>
  readonly parentNumber: string | null
  /** Whom the sheet names as responsible when it is no unit of the register. */
  readonly responsibleText: readonly string[]
  readonly standing: ListedStanding
  /** The latest report that the row holds, if it says anything. */
  readonly report: { readonly done: string; readonly problems: string; readonly next: string } | null
  /** Why a deadline is another one now. */
  readonly reason: string | null
  /** The fields that the row says something of: an update touches no other. */
  readonly given: readonly SheetField[]
}

/** Something that keeps a row out, or that a person should know of it. The column counts from 0. */
export interface RowNote {
  readonly column: number | null
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

export type SkipReason = 'total' | 'heading' | 'section' | 'withdrawn'

export type RowPlan =
  | { readonly kind: 'item'; readonly item: ImportedItem; readonly warnings: readonly RowNote[] }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'error'; readonly problems: readonly RowNote[] }

/** Which field each column holds, and which rows name the columns. */
export interface SheetMapping {
  readonly firstHeadingRow: number
  readonly lastHeadingRow: number
  /** By column; null for one that is passed over. */
  readonly columns: readonly (SheetField | null)[]
}

export interface RowContext {
  readonly today: Day
  /** The year that the sheet is about, for dates without one. */
  readonly year: number | null
  /** The unit that a name means on a day. */
  readonly resolveUnit: (name: string, day: Day) => string | undefined
  /** Names that are no unit are kept as words instead of refusing the row. */
  readonly keepsUnknownUnits: boolean
  /** What is put before each office number, so that 1, 2, 3 of two sheets differ. */
  readonly numberPrefix: string
  /** States, progress and closing days of new items are taken over; otherwise all are drafts. */
  readonly takesOver: boolean
  /** An empty cell empties the field of an item that is there. */
  readonly clearsEmpty: boolean
  /** Progress stands as a fraction, 0.85 for 85 %. */
  readonly progressIsFraction: boolean
}
