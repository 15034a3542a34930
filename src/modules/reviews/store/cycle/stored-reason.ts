/** A reason as it is kept: a message with its numbers, told in the reader's language. */
export interface StoredReason {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}
