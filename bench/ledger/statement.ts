/** One statement as the product sent it. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}
