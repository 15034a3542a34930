import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

/** DOMAIN §9.1: 同比 is against the same period of last year, 环比 against the period right before. */
const MISUSED = [
  {
    pattern:
      /同比(?:[^，。；、\d]{0,2})?[比较](?:上(?:个?月|季度|周|旬)|前一(?:个?月|季度|周)|上一(?:个?月|季度|周))/g,
    expected: '环比',
  },
  {
    pattern:
      /(?:比|较|与)(?:上(?:个?月|季度|周|旬)|前一(?:个?月|季度|周)|上一(?:个?月|季度|周))(?!同期)(?:相比)?同比/g,
    expected: '环比',
  },
  {
    pattern: /环比(?:[^，。；、\d]{0,2})?[比较](?:上年|去年|前一年|上一年)(?:同期|同月|同季)?(?!末|底)/g,
    expected: '同比',
  },
  {
    pattern: /(?:比|较|与)(?:上年|去年|前一年|上一年)(?:同期|同月|同季)?(?!末|底)(?:相比)?环比/g,
    expected: '同比',
  },
]

export function findComparisons(sentence: Sentence): FigureFinding[] {
  return MISUSED.flatMap(({ pattern, expected }) =>
    [...sentence.folded.matchAll(pattern)].map((match) => {
      const start = sentence.start + match.index
      const figures = [{ start, end: start + match[0].length }]
      const printed = expected === '环比' ? '同比' : '环比'
      return plainFinding(
        sentence.article,
        { sentence, figures },
        { kind: 'comparison', cause: 'wrong-word', printed, expected, arithmetic: match[0] },
      )
    }),
  )
}
