import type { Range } from '../../model.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import { splitList } from '../text/split-list.ts'
import type { Shortcoming } from './shortcoming.ts'
import { splitMatters } from './split-matters.ts'
import { DEFICIENT, splitWeakMatters, withoutWeakness } from './weakness.ts'

const NOUN = '(?:问题|短板|不足|差距|弱项|薄弱环节|困难|矛盾|短板弱项|短板不足|问题不足|矛盾问题|困难问题)'
/** 存在的主要问题是：…, 短板主要是…, 不足之处：… */
const ANNOUNCES = new RegExp(
  `(?:(?:存在|面临|还有|仍有)(?:着|一些|不少|诸多|很多|许多|突出|的)*)?(?:主要|突出)?(?:${NOUN})(?:和${NOUN})?(?:之处)?，?(?:也)?(?:主要|集中|突出)*(?:是|为|有|在于|体现在|表现在|表现为|反映在|集中在|包括|如下)?(?:：|，(?=(?:一是|第一|首先))|(?<=主要是|主要有|集中在|体现在|表现在|表现为|在于|之处是|(?:短板|不足|问题|弱项)是))`,
)
/** 存在 A、B 等问题 */
const HAS_SUCH = new RegExp(
  `(?:还|仍|仍然|尚|依然|均|都|也|普遍|不同程度)*(?:存在着?|暴露出|反映出)(?<list>[^；。]{3,80}?)(?:等?[一二两三四五六七八九十\\d]{1,2}个?方面的?(?:突出|主要)?${NOUN}|等(?:突出|主要|共性)?${NOUN}|等(?:情况|现象|情形)|的${NOUN}|(?<=[不未无难照乱慢少低乏散差][^，、]{0,3})(?:问题|情况|现象|情形)(?=$|[，。；]))`,
)
const HEADING = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．])?[^，。]{0,12}${NOUN}(?:和${NOUN})?[：:]?$`,
)
const NUMBERED =
  /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，?|首先，?|其次，?|再次，?|最后，?|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])/
const DEALT_WITH = /(?:针对|解决|整改|查找|梳理|排查|破解|对照|聚焦|查摆|正视|反馈|剖析|围绕|对)[^，]{0,8}$/

/** 差距主要在A和B上: the places are the matters. */
const LIES_IN =
  /(?<=^|[，；：“])(?:主要|最大的?|突出|明显|当前|目前|但)*的?(?:差距|短板|不足|弱项|欠账|薄弱环节|失分点?)(?:也|还|仍)?(?:主要|集中|突出|依然|仍然|就|是)*(?:体现|表现|集中|反映|出|落)?在(?!于)(?<list>[^；。：]{3,80}?)(?:等)?(?:[两二三四五六七八九][个项])?(?:方面|环节|领域|指标)?(?:(?<=方面|环节|领域)|上)(?=，其中|[；。]|$)/
/** Each end names a measure of its own, so 和 joins two matters. */
const MEASURE =
  /(?:率|增速|增幅|投资|税收|收入|总额|产值|增加值|占比|比重|强度|密度|数量|进出口|消费|出口|密度|得分|指数|储备)$/

function liesIn(reading: Reading, sentence: ReadSentence): Shortcoming[] | null {
  const { folded } = reading.article.body
  const match = LIES_IN.exec(sentence.folded)
  if (!match || DEALT_WITH.test(sentence.folded.slice(0, match.index))) return null
  const start = sentence.start + match.index + match[0].indexOf(match.groups!.list!)
  const items = splitMatters(folded, { start, end: start + match.groups!.list!.length }).flatMap((item) => {
    const parts = splitList(folded, item, ['和', '与'])
    return parts.length === 2 && parts.every((part) => MEASURE.test(folded.slice(part.start, part.end)))
      ? parts
      : [item]
  })
  const quote = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  return items.length ? [{ items, quote, rule: 'shortfall.lies-in', confidence: 0.85 }] : null
}

/** Problems that are announced and listed: 存在的主要问题：一是…；二是…, 存在…、…等问题. */
export function namedProblems(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  const lying = liesIn(reading, sentence)
  if (lying) return lying
  const announced = ANNOUNCES.exec(sentence.folded)
  if (announced && !DEALT_WITH.test(sentence.folded.slice(0, announced.index)) && isNamed(announced[0])) {
    const start = sentence.start + announced.index + announced[0].length
    const list = { start, end: sentence.clauses.at(-1)!.end }
    const items = numberedItems(folded, list) ?? splitWeakMatters(folded, list)
    if (items.length)
      return [
        {
          items,
          quote: { start: sentence.start + announced.index, end: list.end },
          rule: 'shortfall.announced',
          confidence: 0.85,
        },
      ]
  }
  const such = HAS_SUCH.exec(sentence.folded)
  if (such && !DEALT_WITH.test(sentence.folded.slice(0, such.index))) {
    const start = sentence.start + such.index + such[0].indexOf(such.groups!.list!)
    const items = splitMatters(folded, { start, end: start + such.groups!.list!.length }).map((item) =>
      withoutWeakness(folded, item),
    )
    const quote = { start: sentence.start + such.index, end: sentence.start + such.index + such[0].length }
    return items.length ? [{ items, quote, rule: 'shortfall.has-such-problems', confidence: 0.8 }] : []
  }
  return unsolved(reading, sentence) ?? underHeading(reading, sentence)
}

/** A、B的问题还没有解决 */
const UNSOLVED = new RegExp(
  `^(?:但是?|不过|然而|同时|目前|此外)?，?(?<list>.{3,80}?)的${NOUN}(?:还|仍然?|尚|依然|至今|一直|都|均)*(?:没有?|未|难以)(?:能|得到|完全|根本|彻底|有效|很好|及时)*(?:性)?(?:解决|缓解|破解|化解|改变|扭转)$`,
)

function unsolved(reading: Reading, sentence: ReadSentence): Shortcoming[] | null {
  const { folded } = reading.article.body
  const found = sentence.clauses.flatMap((clause) => {
    const text = folded.slice(clause.start, clause.end)
    const match = UNSOLVED.exec(text)
    if (!match) return []
    const list = match.groups!.list!
    let start = clause.start + text.indexOf(list)
    const end = start + list.length
    const { nameEnd } = reading.units.at(clause.start)
    if (nameEnd > start && nameEnd < end) start = nameEnd
    const items = splitMatters(folded, { start, end }).map((item) => withoutWeakness(folded, item))
    const quote = { start: clause.start, end: clause.end }
    return items.length ? [{ items, quote, rule: 'shortfall.unsolved', confidence: 0.85 }] : []
  })
  return found.length ? found : null
}

/** A bare 问题： is a label only when it says whose or what kind. */
function isNamed(announced: string): boolean {
  return !/^(?:问题|困难|矛盾)：?$/.test(announced)
}

function numberedItems(folded: string, list: Range): Range[] | null {
  const starts = [
    ...folded.slice(list.start, list.end).matchAll(/(?<=^|[；，。：])[一二三四五六七八九十]是/g),
  ]
  if (starts.length < 1) return null
  return starts
    .map((match, i) => {
      const start = list.start + match.index + match[0].length
      let end = i + 1 < starts.length ? list.start + starts[i + 1]!.index : list.end
      while (end > start && /[；，。]/.test(folded[end - 1]!)) end--
      return { start, end }
    })
    .flatMap((item) => weakParts(folded, item))
}

/** Numbered sentences that follow a heading or an announcement of problems. */
function underHeading(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const { folded } = reading.article.body
  const numbering = NUMBERED.exec(sentence.folded)?.[0]
  if (!numbering) return []
  const several = numberedItems(folded, { start: sentence.start, end: sentence.clauses.at(-1)!.end })
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 8); i--) {
    const before = reading.sentences[i]!
    const text = before.folded.replace(/[。；]$/, '')
    if (HEADING.test(text) || new RegExp(`${NOUN}(?:主要)?(?:是|有|如下|表现在|体现在)?[：:]?$`).test(text)) {
      if (several && several.length > 0 && /[；，。][二三]是/.test(sentence.folded))
        return [
          {
            items: several,
            quote: { start: sentence.start, end: sentence.clauses.at(-1)!.end },
            rule: 'shortfall.under-heading',
            confidence: 0.75,
          },
        ]
      const start = sentence.start + numbering.length
      const { end } = sentence.clauses.at(-1)!
      return end > start
        ? [
            {
              items: weakParts(folded, { start, end: firstStop(folded, start, end) }),
              quote: { start, end },
              rule: 'shortfall.under-heading',
              confidence: 0.75,
            },
          ]
        : []
    }
    if (!NUMBERED.test(before.folded)) return []
  }
  return []
}

function firstStop(folded: string, start: number, end: number): number {
  const stop = folded.slice(start, end).search(/[。：；]/)
  return stop < 2 ? end : start + stop
}

/** 产业层次偏低，龙头企业不多: each weak clause of an item is a matter; other items stay whole. */
function weakParts(folded: string, item: Range): Range[] {
  const clauses = splitList(folded, item, ['，'])
  if (clauses.length > 1 && clauses.every((clause) => DEFICIENT.test(folded.slice(clause.start, clause.end))))
    return clauses.map((clause) => withoutWeakness(folded, clause))
  const first = clauses[0]
  if (clauses.length > 1 && first && DEFICIENT.test(folded.slice(first.start, first.end)))
    return [withoutWeakness(folded, first)]
  return [withoutWeakness(folded, item)]
}
