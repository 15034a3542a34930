import type { ErrorDetails, ErrorKind } from '../../../kernel/errors.ts'
import type { Field, FieldValues } from '../template/fields.ts'

/** One document to be made of a template. */
export interface RenderTask {
  readonly template: Uint8Array
  readonly fields: readonly Field[]
  readonly values: FieldValues
  readonly title: string
  readonly format: 'docx' | 'html'
  /** Of the words, for the page's `lang`. */
  readonly lang: string
}

export type RenderReply =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused'
      readonly error: { kind: ErrorKind; code: string; details: ErrorDetails }
    }
  | { readonly kind: 'failed'; readonly message: string }
