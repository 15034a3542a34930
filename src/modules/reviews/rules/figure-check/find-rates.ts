import { percent, plain } from './find-growth.ts'
import { overlap, quotient } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import type { Relation } from './relation.ts'
import type { Sentence } from './sentence.ts'
import { isLike, readTerms, type Term } from './terms.ts'

const RATE = /(?<stem>[一-龥]{2,8}?)(?:率|占比|比重|比例|面)(?:为|达到?|是|约为)?$/
/** Rates that are no quotient of two counts of one kind, or whose whole is seldom printed beside them. */
const OTHER_RATES =
  /增长|增速|周转|贡献|负债|增值|利润|收益|回报|死亡|出生|失业|就业|使用|利用|入住|上座|(?:汇|税|效|频|功|速|利|概)$/
const WHOLE = /应|计划|目标|任务|下达|总[数量额]|共|抽[查检样]|检查|受理|发放|接[收到诉]|规划|现有|安排/
const DONE = /已|实际|其中|目前|累计|回收|按时|按期/
const OF_FIGURE = /^(?:元|的|任务的|目标的|总[数量额]的|[^，。；]{0,6}的)?(?:比重|比例)?(?:为|达到?)?$/
const NAMED = /占(?:到|了)?(?<name>[一-龥]{3,16}?)(?:的|的比重|的比例|比重|比例)?(?:为|达到?)?$/

/** Shares whose whole is told by the words: named after its own rate, printed inside the phrase, or called by its name. */
export function findRates(sentence: Sentence, paragraph: readonly Sentence[]): Relation[] {
  const terms = readTerms(sentence)
  return terms.flatMap((term, i) => {
    if (term.figure.kind !== 'percent' || term.role === 'change' || term.role === 'base') return []
    return [
      ...ofInner(sentence, terms, i),
      ...ofStem(sentence, terms, i),
      ...ofNamed(sentence, terms, i, paragraph),
    ].slice(0, 1)
  })
}

/** P, 占 the yearly plan of W 的 s. */
function ofInner(sentence: Sentence, terms: readonly Term[], i: number): Relation[] {
  const [part, whole, share] = [terms[i - 2], terms[i - 1], terms[i]!]
  if (!part || !whole || !isLike(part.figure, whole.figure) || part.figure.kind !== 'count') return []
  if (!/占|相当于|完成/.test(whole.near) || !OF_FIGURE.test(share.lead) || part.role === 'change') return []
  return [relation(sentence, part, whole, share)]
}

/** Checked W, sound P, 合格率 s: the part carries the word that the rate is made of. */
function ofStem(sentence: Sentence, terms: readonly Term[], i: number): Relation[] {
  const share = terms[i]!
  const stem = RATE.exec(share.near)?.groups?.stem
  if (!stem || OTHER_RATES.test(stem)) return []
  const word = /[不未无非][一-龥]{2}$/.exec(stem)?.[0] ?? stem.slice(-2)
  const carries = ({ near, tail }: Term) => {
    const label = near + tail.slice(0, 4).replace(/[，。；].*/, '')
    return label.includes(word) && (/^[不未无非]/.test(word) || !new RegExp(`[不未无非]${word}`).test(label))
  }
  const counts = terms.filter(({ figure, role }, k) => figure.kind === 'count' && role === 'level' && k !== i)
  for (const measure of new Set(counts.map(({ figure }) => figure.measure))) {
    const two = counts.filter(({ figure }) => figure.measure === measure)
    if (two.length !== 2 || measure === '') continue
    const carrying = two.filter(carries)
    const part = carrying.length === 2 ? doneOf(two) : carrying[0]
    if (!part) continue
    const whole = two.find((term) => term !== part)!
    const isEarlier = whole.at < share.at
    if ((!isEarlier && !WHOLE.test(whole.near)) || /其中/.test(whole.near)) continue
    if (sharesBetween(terms, part, share) || sharesBetween(terms, whole, part)) continue
    return [relation(sentence, part, whole, share)]
  }
  return []
}

/** Of two that carry the word the one that is done, when the other is what there is to do. */
function doneOf([a, b]: readonly Term[]): Term | undefined {
  if (WHOLE.test(a!.near) && !WHOLE.test(b!.near)) return b
  if (WHOLE.test(b!.near) && !WHOLE.test(a!.near)) return a
  return DONE.test(b!.near) && !DONE.test(a!.near) ? b : undefined
}

function sharesBetween(terms: readonly Term[], part: Term, share: Term): boolean {
  const [low, high] = part.at < share.at ? [part.at, share.at] : [share.at, part.at]
  return terms.some(({ at, figure }) => at > low && at < high && figure.kind === 'percent')
}

/** P，占 N 的 s, where the paragraph prints N once: `N 4801.6亿元`. */
function ofNamed(
  sentence: Sentence,
  terms: readonly Term[],
  i: number,
  paragraph: readonly Sentence[],
): Relation[] {
  const share = terms[i]!
  const name = NAMED.exec(share.near)?.groups?.name
  const isWholeBefore = name !== undefined && terms[i - 1]?.near.endsWith(name)
  const part = terms[isWholeBefore ? i - 2 : i - 1]
  if (!name || !part || part.figure.kind !== 'count' || part.role !== 'level') return []
  const wholes = paragraph.flatMap((other) =>
    readTerms(other).filter((term) => {
      if (!isLike(term.figure, part.figure) || term.role !== 'level' || term.figure === part.figure)
        return false
      const label = term.near.replace(/(?:预计|(?<!完成|实现|达到?|为|约))(?:完成|实现|达到?|为|约)*$/, '')
      return label.endsWith(name) && term.figure.start !== part.figure.start
    }),
  )
  if (wholes.length !== 1 || yearOf(sentence) !== yearOf(sentenceOf(paragraph, wholes[0]!))) return []
  return [relation(sentence, part, wholes[0]!, share)]
}

function sentenceOf(paragraph: readonly Sentence[], { figure }: Term): Sentence {
  return paragraph.find(({ start, end }) => figure.start >= start && figure.start < end)!
}

function yearOf({ folded }: Sentence): string {
  return [...new Set(folded.match(/\d{4}年|去年|上年/g) ?? [])].join()
}

function relation(sentence: Sentence, part: Term, whole: Term, share: Term): Relation {
  return {
    kind: 'share',
    sentence,
    terms: [part.figure, whole.figure],
    printed: share.figure,
    reckon: ([p, all]) => percent(quotient(p!, all!)),
    formula: `${plain(part.figure)} ÷ ${plain(whole.figure)}`,
    mistaken: [{ cause: 'base', reckon: ([p, all]) => percent(quotient(all!, p!)) }],
  }
}

/** Nothing is said where another like number of the paragraph would make the share right. */
export function isOpen({ terms: [part], printed }: Relation, paragraph: readonly Sentence[]): boolean {
  const p = intervalOf(part!)
  const figures = paragraph.flatMap((sentence) => sentence.figures)
  return figures.some((other) => {
    if (other === part || !isLike(other, part!)) return false
    const share = percent(quotient(p, intervalOf(other)))
    return share !== undefined && overlap(share, intervalOf(printed))
  })
}
