/** What is wrong with one field of one entry; the code is a sentence in the module's messages. */
export interface RegisterError {
  readonly code: string
  /** The key of the unit or cohort. */
  readonly entry: string
  readonly field: string
  readonly value: string
}
