import { compareFractions, times, whole } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import { plain } from './find-growth.ts'
import type { FigureFinding } from './finding.ts'
import { intervalOf, written } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import { COUNT, figuresIn, PERCENT, type Sentence, TIMES } from './sentence.ts'
import { slipsOf } from './slips-of.ts'

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
    const slip = scaleSlip(from, till, isDown)
    const arithmetic = `${plain(till)} ${isDown ? '>' : '<'} ${plain(from)}`
    return [
      plainFinding(
        sentence.article,
        { sentence, figures },
        {
          kind: 'direction',
          arithmetic,
          ...(slip
            ? {
                cause: 'ten-thousand',
                printed: written(slip.wrong),
                expected: written(slip.right),
                repair: written(slip.right),
              }
            : { cause: 'direction', printed: match.groups!.verb!, expected: isDown ? '↑' : '↓' }),
        },
      ),
    ]
  })
}

/** The two lie ten thousand apart, and a 万 or 亿 more or less on one of them sets both the size and the way right. */
function scaleSlip(from: Figure, till: Figure, isDown: boolean): { wrong: Figure; right: Figure } | null {
  if (from.kind !== 'count' || from.scale === till.scale) return null
  const isRight = (a: Figure, b: Figure) => {
    const [less, more] = isDown ? [b.value, a.value] : [a.value, b.value]
    return compareFractions(less, more) <= 0 && compareFractions(more, times(less, whole(100))) < 0
  }
  const right = slipsOf(till, 'ten-thousand').find((slip) => slip.scale === from.scale && isRight(from, slip))
  if (right) return { wrong: till, right }
  const other = slipsOf(from, 'ten-thousand').find((slip) => slip.scale === till.scale && isRight(slip, till))
  return other ? { wrong: from, right: other } : null
}
