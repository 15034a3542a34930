import type { Figure } from './figure.ts'
import { difference, negated, overlap } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import { COUNT, figuresIn, PERCENT, POINTS, type Sentence, TIMES } from './sentence.ts'
import { readTerms } from './terms.ts'

const COMPARED = `(?:[^，。；${COUNT}-${TIMES}]{0,14}?)`
const MOVED = '(?:提高|提升|上升|下降|降低|回落|增加|减少|上涨)(?:了)?'
const RATE = '(?:率|比重|占比|比例|覆盖面|份额)'
/** 占72.0%: a share, like a rate. */
const SHARE_OF = `占[^，。；${COUNT}-${TIMES}]{0,14}?`
const STANDS = '(?:平均)?(?:为|达到?|达|提高到|提升至|降至|升至|增至|下降到|是|约为|仅为|保持在|稳定在)?'
const RATE_CHANGE = new RegExp(
  `(?:${RATE}|${SHARE_OF})${STANDS}(?<rate>${PERCENT})[，,（(]${COMPARED}${MOVED}(?<by>${PERCENT})`,
  'g',
)
/** 增速回落0.2%, 增长6.3%，较上月提高1.1%, 超序时进度3.2%, 拉动增长1.9%: what lies between two rates. */
const BETWEEN_RATES = [
  new RegExp(
    `(?:增速|增幅|降幅|涨幅|跌幅)[^，。；${COUNT}-${TIMES}]{0,14}?(?:收窄|扩大|回落|提高|加快|放缓|提升|下降)(?:了)?(?<by>${PERCENT})`,
    'g',
  ),
  new RegExp(
    `(?:增长|下降)${PERCENT}[，,](?:比|较)[^，。；${COUNT}-${TIMES}]{1,8}?(?:提高|加快|回落|放缓|提升)(?:了)?(?<by>${PERCENT})`,
    'g',
  ),
  new RegExp(
    `(?:超|快于|慢于|滞后|落后)[^，。；${COUNT}-${TIMES}]{0,6}(?:时序|序时)进度(?<by>${PERCENT})`,
    'g',
  ),
  new RegExp(`拉动[^，。；${COUNT}-${TIMES}]{2,16}增长(?<by>${PERCENT})`, 'g'),
]
/** 办结率较上季度提高4.5%，达到97.2%. */
const CHANGE_RATE = new RegExp(
  `${RATE}(?:[同环]比|(?:比|较|与)[^，。；${COUNT}-${TIMES}]{1,10}?)${MOVED}(?<by>${PERCENT})[，,](?:达到?|升至|降至|增至|为|至|提高到)(?<rate>${PERCENT})`,
  'g',
)
const VALUE_IN_POINTS = new RegExp(
  `(?<value>${COUNT})[，,](?:[同环]比|(?:比|较)[^，。；${COUNT}-${TIMES}]{1,8}?)?(?:增长|下降|增加|减少)(?:了)?(?<by>${POINTS})`,
  'g',
)
/** 收入增长7.3个百分点: an amount grows by per cent; a rate, a share or a growth moves by points. */
const AMOUNT_IN_POINTS = new RegExp(
  `(?<subject>[^，。；：${COUNT}-${TIMES}]{2,24}?)(?:[同环]比|(?:比|较)[^，。；${COUNT}-${TIMES}]{1,8}?)?(?:增长|增加|减少|下降)(?:了)?(?<by>${POINTS})`,
  'g',
)
/** 失业率为4.3个百分点: a rate stands at per cent. */
const RATE_IN_POINTS = new RegExp(
  `(?:(?:率|比重|占比|份额)(?:总体|平均|稳定|保持|控制|提高|提升|上升|下降|降低|回落|增)?(?:为|达到|达|到|至|在|是)?|占[^，。；提升增降高低多少${COUNT}-${TIMES}]{0,14}?)(?<by>${POINTS})`,
  'g',
)
const AMOUNT = /(?:额|量|值|收入|支出|投资|贷款|存款|人数|户数|件数|税收|里程|数量|总数|销售|利润)$/
const RATE_WORD = /率|比重|占比|比例|增速|增幅|涨幅|降幅|份额|强度|贡献|拉动|水平|高于|低于|快于|度$/

/** A rate that changed by per cent, a value that grew by points. */
export function pointsMixedUp(sentence: Sentence): { figures: Figure[]; expected: string }[] {
  const rates = [...sentence.masked.matchAll(RATE_CHANGE)].filter(
    ({ index }) => !/增长$|贡献$/.test(sentence.masked.slice(Math.max(0, index - 2), index)),
  )
  const turned = [...sentence.masked.matchAll(CHANGE_RATE)].filter(
    ({ index }) => !/增长$|贡献$/.test(sentence.masked.slice(Math.max(0, index - 2), index)),
  )
  const values = [...sentence.masked.matchAll(VALUE_IN_POINTS)]
  const said = new Set(values.map((match) => match.index + match[0].length))
  const amounts = [...sentence.masked.matchAll(AMOUNT_IN_POINTS)].filter(
    ({ index, 0: text, groups }) =>
      !said.has(index + text.length) &&
      AMOUNT.test(groups!.subject!) &&
      !RATE_WORD.test(clauseBefore(sentence.masked, index + text.length - 1)),
  )
  const levels = [...sentence.masked.matchAll(RATE_IN_POINTS)]
  const between = BETWEEN_RATES.flatMap((pattern) => [...sentence.masked.matchAll(pattern)])
  return [
    ...between.map((match) => found(sentence, match, '个百分点')),
    ...levels.map((match) => found(sentence, match, '%')),
    ...gapsInPercent(sentence),
    ...turned.map((match) => changed(sentence, match)),
    ...amounts.map((match) => found(sentence, match, '%')),
    ...rates.map((match) => found(sentence, match, '个百分点')),
    ...values.map((match) => found(sentence, match, '%')),
  ]
}

function found(sentence: Sentence, match: RegExpExecArray, measure: string) {
  const figures = figuresIn(sentence, match.index, match.index + match[0].length)
  return { figures, expected: `${figures.at(-1)!.numeral}${measure}` }
}

/** The points stand before the rate that they lead to. */
function changed(sentence: Sentence, match: RegExpExecArray) {
  const [by, rate] = figuresIn(sentence, match.index, match.index + match[0].length)
  return { figures: [rate!, by!], expected: `${by!.numeral}个百分点` }
}

function clauseBefore(masked: string, at: number): string {
  const clause = masked.slice(0, at)
  return clause.slice(clause.search(/[^，。；：]*$/))
}

/** 由96.2%提高到97.4%，提高1.2%: between two rates lie points, even where the quotient rounds to the same number. */
function gapsInPercent(sentence: Sentence) {
  const terms = readTerms(sentence)
  return terms.flatMap((by, i) => {
    const [from, till] = [terms[i - 2], terms[i - 1]]
    if (by.role !== 'change' || by.figure.kind !== 'percent' || from?.role !== 'base' || !till) return []
    if (from.figure.kind !== 'percent' || till.figure.kind !== 'percent' || !/^[，,（(]/.test(by.lead))
      return []
    const gap = difference(intervalOf(till.figure), intervalOf(from.figure))
    const isGap = overlap(by.isDown ? negated(gap) : gap, intervalOf(by.figure))
    return isGap
      ? [{ figures: [from.figure, till.figure, by.figure], expected: `${by.figure.numeral}个百分点` }]
      : []
  })
}
