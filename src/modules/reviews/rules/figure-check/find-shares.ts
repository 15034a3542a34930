import type { Figure } from './figure.ts'
import { percent, plain } from './find-growth.ts'
import { overlap, quotient } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import type { Relation } from './relation.ts'
import { COUNT, figuresIn, PERCENT, type Sentence, TIMES } from './sentence.ts'

const NO_FIGURE = `[^，。；${COUNT}-${TIMES}]`
/** P，占总数的s. */
const SHARE = new RegExp(
  `(?<part>${COUNT})${NO_FIGURE}{0,6}[，、（(]?(?:约|分别)?(?:占比?|比重|比例)(?<of>${NO_FIGURE}{0,14}?)(?:为|达到?|的比重为|的)?(?<share>${PERCENT})`,
  'g',
)
/** 办结P，办结率s: the verb stands in both. */
const RATE = new RegExp(`(?<verb>[一-龥]{2})率(?:为|达到?|是)?(?<share>${PERCENT})`, 'g')
const OWN_RATE = new RegExp(`${COUNT}[，、（(]?[一-龥]{2,6}率(?:为|达到?|是)?${PERCENT}`)
const OF_WHOLE =
  /^(?:$|比$|其|全部|[^，]{0,6}总(?:人|户|件|家|体|面)?[数量额积]|所有|比重|上述|受理|应|计划|检查|抽查)/
const UNSURE = /增长率|增速|完成率|利用率|周转率|贡献率|负债率|上座率/

/** A share against its part and whole. */
export function findShares(sentence: Sentence, previous: Sentence | undefined): Relation[] {
  const earlier = previous && previous.paragraph === sentence.paragraph ? previous.figures : []
  return [...ofParts(sentence, earlier), ...ofRates(sentence, earlier)]
}

function ofParts(sentence: Sentence, earlier: readonly Figure[]): Relation[] {
  return [...sentence.masked.matchAll(SHARE)].flatMap((match) => {
    const part = sentence.figureAt(match.index)
    const printed = sentence.figureAt(match.index + match[0].length - 1)
    const marker = sentence.masked.lastIndexOf('其中', match.index)
    const of = match.groups!.of!
    if (!OF_WHOLE.test(of) || (marker < 0 && of === '') || /全国|全市|全省|世界|全球/.test(of)) return []
    const before = figuresIn(sentence, 0, marker < 0 ? match.index : marker).filter(isLike(part))
    return judgeable({ sentence, part, printed, wholes: before, others: [...earlier, ...sentence.figures] })
  })
}

function ofRates(sentence: Sentence, earlier: readonly Figure[]): Relation[] {
  return [...sentence.masked.matchAll(RATE)].flatMap((match) => {
    const verb = match.groups!.verb!
    const printed = sentence.figureAt(match.index + match[0].length - 1)
    if (UNSURE.test(`${verb}率`)) return []
    const said = new RegExp(`${verb}(?:的|了|有|${'[一-龥]{0,4}'})?(?<part>${COUNT})`, 'g')
    const parts = [...sentence.masked.slice(0, match.index).matchAll(said)]
    if (parts.length !== 1) return []
    const [one] = parts
    const at = one!.index + one![0].length - 1
    const part = sentence.figureAt(at)
    const wholes = figuresIn(sentence, 0, at).filter(isLike(part))
    if (match.index - at > 12) return []
    // 已开工245个，开工率58.6%；已投产96个: the number before has a rate of its own, and another whole.
    if (OWN_RATE.test(sentence.masked.slice(0, at))) return []
    return judgeable({ sentence, part, printed, wholes, others: [...earlier, ...sentence.figures] })
  })
}

interface Share {
  readonly sentence: Sentence
  readonly part: Figure
  readonly printed: Figure
  readonly wholes: readonly Figure[]
  readonly others: readonly Figure[]
}

/** Nothing is said where another number of the text could be the whole and would be right. */
function judgeable({ sentence, part, printed, wholes, others }: Share): Relation[] {
  const whole = wholes.at(-1)
  if (!whole || wholes.length > 2) return []
  const fits = (other: Figure) => {
    const share = percent(quotient(intervalOf(part), intervalOf(other)))
    return other !== part && isLike(part)(other) && share !== undefined && overlap(share, intervalOf(printed))
  }
  if (others.some((other) => other !== whole && fits(other))) return []
  return [
    {
      kind: 'share',
      sentence,
      terms: [part, whole],
      printed,
      reckon: ([p, all]) => percent(quotient(p!, all!)),
      formula: `${plain(part)} ÷ ${plain(whole)}`,
      mistaken: [{ cause: 'base', reckon: ([p, all]) => percent(restShare(p!, all!)) }],
    },
  ]
}

/** Part against the rest instead of the whole. */
function restShare(part: { low: Figure['value']; high: Figure['value'] }, all: typeof part) {
  const subtract = (a: Figure['value'], b: Figure['value']) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
  return quotient(part, { low: subtract(all.low, part.high), high: subtract(all.high, part.low) })
}

const isLike = (part: Figure) => (other: Figure) => other.kind === 'count' && other.measure === part.measure

const NEVER_OVER =
  /(?:占比|占[^，。；]{1,14}(?:比重|比例)|占(?:到|了)?(?![^，。；]*(?:计划|目标|任务|预算|同期|上年|去年|GDP|生产总值))[^，。；\d]{0,8}(?:人口|总[数量额]|总人数|企业|户数|职工|学生)的|比重|合格率|满意率|覆盖率|普及率|优良率|办结率|解决率|响应率|回复率|及格率|就业率|绿化率|入学率|参保率|失业率|达标率|好评率|签约率|知晓率|整改率)(?:为|达到?|提高到|上升到|增至|约)?$/

/** Shares and rates of a whole that go past 100 %. */
export function overHundred(sentence: Sentence): Figure[] {
  return [...sentence.masked.matchAll(new RegExp(PERCENT, 'g'))].flatMap(({ index }) => {
    const figure = sentence.figureAt(index)
    const isOver = figure.value.n > 100n * figure.value.d
    return isOver && NEVER_OVER.test(sentence.masked.slice(Math.max(0, index - 24), index)) ? [figure] : []
  })
}
