import type { ErrorDetails, ErrorKind } from '../../kernel/errors.ts'
import type { SheetFormat, SheetName, SheetRow } from './cell.ts'
import type { SheetLimits } from './limits.ts'

/** What the thread is started with: bytes, or a path that it reads itself. */
export interface SheetTask {
  readonly source: Uint8Array | string
  readonly fileName: string
  readonly sheet: string | undefined
  readonly limits: SheetLimits
}

/** What the thread answers; errors travel as data, since a class does not survive the crossing. */
export type SheetReply =
  | {
      readonly kind: 'opened'
      readonly format: SheetFormat
      readonly sheets: readonly SheetName[]
      readonly opened: string
    }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[]; readonly isLast: boolean }
  | {
      readonly kind: 'refused'
      readonly error: { readonly kind: ErrorKind; readonly code: string; readonly details: ErrorDetails }
    }
  | { readonly kind: 'failed'; readonly message: string }
