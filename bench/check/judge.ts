import { existsSync, readFileSync } from 'node:fs'
import type { FigureFinding } from '../../src/modules/reviews/index.ts'
import type { Alteration } from './alter-text.ts'
import type { RealText } from './read-corpus.ts'

/** A finding as it is known again: by the text's hash, what was altered in it, and where it is told. */
export interface Told {
  readonly of: RealText
  readonly alteration: Alteration | null
  readonly finding: FigureFinding
}

/** What a person said of a finding after reading its sentence. No words of the text stand here. */
interface Judgement {
  readonly key: string
  readonly verdict: 'right' | 'wrong'
  readonly reason: string
}

export type Judged = Told & { readonly judgement: Judgement | undefined }

export function keyOf({ of, alteration, finding }: Told): string {
  const altered = alteration ? `${alteration.how}@${alteration.at}` : 'as received'
  return `${of.hash} ${altered} ${finding.kind}@${finding.figures.at(-1)?.[0] ?? finding.spans[0]![0]}`
}

export function judgeAll(told: readonly Told[]): Judged[] {
  const file = new URL('./judgement.json', import.meta.url)
  const known: Judgement[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const byKey = new Map(known.map((judgement) => [judgement.key, judgement]))
  return told.map((one) => ({ ...one, judgement: byKey.get(keyOf(one)) }))
}

/** Of the findings that a person judged, how many were right. */
export function precisionRow(judged: readonly Judged[]) {
  const read = judged.flatMap(({ judgement }) => judgement ?? [])
  const right = read.filter(({ verdict }) => verdict === 'right').length
  return {
    findings: judged.length,
    judged: read.length,
    right,
    precision: read.length === 0 ? '—' : (right / read.length).toFixed(3),
  }
}
