import type { Register } from '../../units/index.ts'
import type { FoundStatement, ReadReport } from '../rules/model.ts'
import type { IntakeLimits } from './limits.ts'
import type { ReceivedText } from './received-text.ts'

/** What one extraction needs; plain data, it travels to the worker as it is. */
export interface ExtractionRequest {
  /** Bytes of a file, or a text that a person pasted. */
  readonly source: Uint8Array | string
  readonly fileName: string | null
  /** `2024-01`: what relative words are resolved against, when a person says it. */
  readonly date?: string
  readonly register?: Register
  readonly limits?: Partial<IntakeLimits>
  /** Any text is read, also one that is no report: its figures are checked and nothing is stored. */
  readonly isAnyText?: boolean
}

/** What an extraction gives: the text as received and everything that was found in it. Nothing is stored. */
export interface Extraction {
  readonly received: ReceivedText
  readonly report: ReadReport
  readonly statements: readonly FoundStatement[]
  readonly warnings: readonly ExtractionWarning[]
}

/** Something a person should know that is no reason to refuse; `code` has its sentence in the catalogues. */
export interface ExtractionWarning {
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
}
