import type { Draft, Evidence, LineKind, LineSide, Outcome, Source } from '../../schema.ts'

/** A line as the data give it, before anybody has seen it. */
export interface DraftLine {
  /** What it is about: drafted again, the same matter has the same key. */
  readonly key: string
  readonly side: LineSide
  readonly kind: Exclude<LineKind, 'own'>
  readonly draft: Draft
  readonly sources: readonly Source[]
  /** What the sources say, without days and vintages that move by themselves: the fingerprint covers this. */
  readonly basis: unknown
  readonly outcome: Outcome | null
  readonly evidence: readonly Evidence[]
}

/** A line that has neither outcome nor evidence. */
export function plainLine(
  line: Omit<DraftLine, 'outcome' | 'evidence'> & Partial<Pick<DraftLine, 'evidence'>>,
): DraftLine {
  return { outcome: null, evidence: [], ...line }
}
