/** What one request took, and whether it was answered as it should be. */
export interface Sample {
  readonly kind: string
  readonly isWrite: boolean
  readonly ms: number
  /** The status; 0: there was no answer. */
  readonly status: number
}

export interface Samples {
  readonly all: Sample[]
  /** The first words of answers that should have been others. */
  readonly errors: string[]
  /** What acknowledged writes must have left, each once. */
  readonly acknowledged: string[]
  isMeasuring: boolean
}

export const newSamples = (): Samples => ({ all: [], errors: [], acknowledged: [], isMeasuring: false })
