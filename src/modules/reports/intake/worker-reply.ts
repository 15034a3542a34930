import type { ErrorDetails, ErrorKind } from '../../../kernel/errors.ts'
import type { Extraction } from './extraction.ts'

/** What the worker thread sends back: errors travel as data, since a class does not survive the crossing. */
export type WorkerReply =
  | { readonly kind: 'done'; readonly extraction: Extraction }
  | {
      readonly kind: 'refused'
      readonly error: { readonly kind: ErrorKind; readonly code: string; readonly details: ErrorDetails }
    }
  | { readonly kind: 'failed'; readonly message: string }
