import type { Range } from '../../model.ts'

/** What a rule finds: the matters that are short, in the ranges of their printed words. */
export interface Shortcoming {
  readonly items: readonly Range[]
  readonly quote: Range
  readonly rule: string
  readonly confidence: number
  /** Units that the sentence itself names; otherwise the unit of the paragraph. */
  readonly units?: readonly string[]
}
