import type { CheckedArticle } from './body.ts'
import type { Figure } from './figure.ts'
import { readSentences, type Sentence } from './sentence.ts'
import { readTerms } from './terms.ts'

export type LedgerCount = 'total' | 'closed' | 'open' | 'overdue' | 'closedRate'

/** What a text says of the ledger of items: a count, of the city or of the one unit that its sentence names. */
export interface SaidCount {
  readonly what: LedgerCount
  readonly sentence: Sentence
  readonly figure: Figure
  /** As printed; null where the sentence names no unit. */
  readonly unit: string | null
}

/** The ledger by the names that people give it; other lists of a city are not it. */
const LEDGER = /督查事项|督办事项|台账|督查台账|督办清单|季度任务清单|督查任务/
const MEASURES = new Set(['项', '件', '个', '条'])
const WORDS: readonly (readonly [LedgerCount, RegExp])[] = [
  ['overdue', /(?:超期|逾期)(?:未办结|未完成)?[^，。；]{0,4}$/],
  ['open', /(?:在办|正在办理|未办结|未完成|正在推进)[^，。；]{0,4}$/],
  ['closed', /(?:已办结|办结|已完成|已销号|销号)[^，。；]{0,3}$/],
  ['total', /(?:共有|共|总计|合计|现有|纳入|列入)[^，。；\d]{0,12}$/],
]
/** Of a stretch of time, of a kind, or aimed at: the ledger's standing is another number. */
const OTHER = /本[周月季]|上[周月季]|当[日月]|新增|目标|力争|确保|计划|其中|今年以来|第[一二三四]季度|\d+月/

/** Counts of the ledger's items in a text, where the sentence calls the ledger by its name. */
export function findLedgerCounts(article: CheckedArticle, unitNames: readonly string[]): SaidCount[] {
  return readSentences(article).flatMap((sentence) => {
    if (!LEDGER.test(sentence.folded) || OTHER.test(sentence.folded)) return []
    const units = unitsIn(sentence.folded, unitNames)
    if (units.length > 1) return []
    return readTerms(sentence).flatMap((term) => {
      const what = whatOf(term.figure, term.near)
      if (!what || term.figure.isVague) return []
      return [{ what, sentence, figure: term.figure, unit: units[0] ?? null }]
    })
  })
}

function whatOf({ kind, measure, scale }: Figure, near: string): LedgerCount | null {
  if (kind === 'percent') return /(?:办结率|完成率)(?:为|达到?|是)?$/.test(near) ? 'closedRate' : null
  if (kind !== 'count' || scale !== 0 || !MEASURES.has(measure)) return null
  return WORDS.find(([, pattern]) => pattern.test(near))?.[0] ?? null
}

/** The longest names first, so that a name within another is not counted. */
function unitsIn(folded: string, names: readonly string[]): string[] {
  let rest = folded
  const found: string[] = []
  for (const name of names) {
    if (name.length < 3 || !rest.includes(name)) continue
    found.push(name)
    rest = rest.replaceAll(name, '\n')
  }
  return found
}
