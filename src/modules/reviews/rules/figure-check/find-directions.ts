import { compareFractions } from '../../../indicators/index.ts'
import { plain } from './find-growth.ts'
import type { FigureFinding } from './finding.ts'
import { intervalOf } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import { COUNT, figuresIn, PERCENT, type Sentence, TIMES } from './sentence.ts'

const N = `[${COUNT}${PERCENT}]`
const GAP = `[^，。；、和${COUNT}-${TIMES}]`
const MOVE = new RegExp(
  `(?:从|由)${GAP}{0,16}?${N}${GAP}{0,14}?(?<verb>提高|增加|增长|上升|提升|扩大|上涨|发展|攀升|下降|减少|降低|压缩|压减|缩短|回落|缩减|下滑|[升增降减])(?:到|至|为)${GAP}{0,10}?${N}(?![、和])`,
  'g',
)

/** 从A下降到B where B is larger. */
export function findDirections(sentence: Sentence): FigureFinding[] {
  return [...sentence.masked.matchAll(MOVE)].flatMap((match) => {
    const figures = figuresIn(sentence, match.index, match.index + match[0].length)
    const [from, till] = figures
    if (!from || !till || from.measure !== till.measure || from.isVague || till.isVague) return []
    const isDown = /下降|减|降|压|缩|回落|下滑/.test(match.groups!.verb!)
    const [less, more] = isDown ? [from, till] : [till, from]
    if (compareFractions(intervalOf(less).high, intervalOf(more).low) >= 0) return []
    const arithmetic = `${plain(till)} ${isDown ? '>' : '<'} ${plain(from)}`
    return [
      plainFinding(
        sentence.article,
        { sentence, figures },
        {
          kind: 'direction',
          cause: 'direction',
          printed: match.groups!.verb!,
          expected: isDown ? '↑' : '↓',
          arithmetic,
        },
      ),
    ]
  })
}
