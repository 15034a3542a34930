import type { ArticleKind } from '../../schema.ts'
import evidence from './kind-evidence.json' with { type: 'json' }

/** What the scorer looks at: headlines and meeting say more than the lead, the lead more than the rest. */
export interface KindSource {
  headlines: string
  lead: string
  rest: string
}

interface Clue {
  kind: string
  pattern: string
  weight: number
}

const CLUES = (evidence.clues as Clue[]).map((clue) => ({ ...clue, regExp: new RegExp(clue.pattern) }))
const LEAST = 2

/** The kind of article by scored evidence (annotation guidelines, section 2); `other` when there is too little. */
export function articleKind({ headlines, lead, rest }: KindSource): ArticleKind {
  const scores = new Map<string, number>()
  for (const { kind, weight, regExp } of CLUES) {
    let score = 0
    if (regExp.test(headlines)) score += weight * 1.2
    if (regExp.test(lead)) score += weight
    if (score === 0 && regExp.test(rest)) score += weight * 0.25
    if (score > 0) scores.set(kind, (scores.get(kind) ?? 0) + score)
  }
  let best: [string, number] = ['other', LEAST]
  for (const entry of scores) if (entry[1] > best[1]) best = entry
  return best[0] as ArticleKind
}
