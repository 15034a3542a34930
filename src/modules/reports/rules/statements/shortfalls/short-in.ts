import type { Range } from '../../model.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import type { Shortcoming } from './shortcoming.ts'
import { splitMatters } from './split-matters.ts'

const STILL = '(?:仍旧|仍然|仍|还|尚|依然|依旧|也|均|都|亦|客观上|不同程度地?)'
const HEAD =
  '(?:不足|差距|短板|弱项|薄弱环节|薄弱点|欠缺|缺口|漏洞|空白|短腿|问题(?!整改)|困难|瓶颈|隐患|盲区|薄弱之处|不少困难|提升空间|改进空间|较大空间|欠账|断点|盲点|痛点|堵点|死角|弱点|软肋|空档|差错|偏差|脱节现象|短缺)'
const ANCHOR = new RegExp(
  `(?<still>${STILL}*)(?<has>存在?着?|有着?|面临着?|留有)(?:${STILL}|着|一定程度的?|一定的?|较大的?|明显的?|一些|部分|不少|不小的?|一定|诸多|很多|许多|突出的?|较为|比较|很大的?|个别|的)*(?<head>${HEAD}(?:[和与、]?(?:${HEAD}))*)|(?:差距|短板|弱项|欠账|缺口|不足)${STILL}*(?:比较|较为|相对|十分|非常|较|很)*(?:不小|不少|明显|突出|大|多)(?=[，；。]|$)|(?:得分|排名)(?:较低|偏低|不高|较?靠后)|(?:失|丢|扣)分(?:较多|偏多|较大|较重|明显|严重)?(?=[，；。]|$)`,
  'g',
)
const CONTRAST =
  /^(?:但是|但|不过|然而|可是|与此同时|同时|此外|只是|而)，?(?:也|仍|还)?(?:应|要|需)?(?:看到)?，?/
const PREPOSITION = /^(?:主要)?(?:在|于|就|对于|对(?![“"]|口|标|外|接))/
const FRAME_END =
  /(?:等)?(?:[一二两三四五六七八九十\d]个)?(?:方面|领域|环节|层面|问题|工作)?(?:的?工作)?(?:上|中|里|方面|之中)?，?(?:与[^，]{2,20}相比，?)?$/
/** What is done about problems is no shortfall: 解决存在问题, 针对存在的不足. */
const DEALT_WITH = /(?:针对|解决|整改|查找|梳理|排查|发现|破解|对照|聚焦|查摆|正视|反馈|剖析|没|没有|不|未)$/

/** 但在…上仍存不足 and its family: (但) 在 LIST (上|方面|中) 仍 存在 不足. */
export function shortIn(reading: Reading, sentence: ReadSentence): Shortcoming[] {
  const found: Shortcoming[] = []
  let from = sentence.start
  const isFaultList =
    sentence.section === 'problems' ||
    (reading.article.kind === 'inspection-notice' && sentence.section !== 'plan')
  for (const match of sentence.folded.matchAll(ANCHOR)) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    if (DEALT_WITH.test(sentence.folded.slice(Math.max(0, match.index - 2), match.index))) continue
    if (/^(?:的|：|，主要|，一是)/.test(sentence.folded.slice(match.index + match[0].length))) continue
    const framed = frameOf(reading, sentence, { from, anchor: start })
    if (!framed || (!framed.isFramed && !match.groups!.still && !framed.isContrast && !isFaultList)) continue
    if (!framed.isFramed && !framed.isContrast && match.groups!.has === '有' && !match.groups!.still) continue
    const items = splitMatters(reading.article.body.folded, framed.list)
    if (!items.length) continue
    found.push({
      items,
      quote: { start: framed.quoteStart, end },
      rule: framed.isFramed ? 'shortfall.short-in' : 'shortfall.has-shortcomings',
      confidence: framed.isFramed && framed.isContrast ? 0.97 : framed.isFramed ? 0.9 : 0.75,
    })
    from = end
  }
  return found
}

/** Finds where the list of matters before an anchor starts and ends. */
function frameOf(
  reading: Reading,
  sentence: ReadSentence,
  at: { from: number; anchor: number },
): { list: Range; quoteStart: number; isFramed: boolean; isContrast: boolean } | null {
  const { folded } = reading.article.body
  const last = sentence.clauses.findLastIndex((clause) => clause.start <= at.anchor)
  for (let i = last; i >= 0; i--) {
    const clause = sentence.clauses[i]!
    if (clause.end <= at.from) break
    let start = Math.max(clause.start, at.from)
    const contrast = CONTRAST.exec(folded.slice(start, at.anchor))?.[0] ?? ''
    const quoteStart = start
    start += contrast.length
    const name = reading.units.at(clause.start)
    if (name.nameEnd > start && name.nameEnd < at.anchor) start = name.nameEnd
    const preposition = PREPOSITION.exec(folded.slice(start, at.anchor))?.[0] ?? ''
    if (!contrast && !preposition && i > 0 && i > last - 4) {
      if (i === last && !startsList(sentence, folded, i)) return plain(folded, start, at.anchor, quoteStart)
      continue
    }
    if (i < last && !preposition && !contrast) break
    const tail = FRAME_END.exec(folded.slice(start + preposition.length, at.anchor))![0]
    const list = { start: start + preposition.length, end: at.anchor - tail.length }
    if (list.end - list.start < 2) return null
    return { list, quoteStart, isFramed: preposition !== '', isContrast: contrast !== '' }
  }
  const clause = sentence.clauses[last]!
  return plain(folded, Math.max(clause.start, at.from), at.anchor, clause.start)
}

/** Whether an earlier clause of the sentence opens a list that goes on to this one: 但在…，…，…上. */
function startsList(sentence: ReadSentence, folded: string, last: number): boolean {
  for (let i = last - 1; i >= Math.max(0, last - 4); i--) {
    const clause = sentence.clauses[i]!
    if (clause.after === '；') return false
    const text = folded.slice(clause.start, clause.end)
    const contrast = CONTRAST.exec(text)?.[0] ?? ''
    if (contrast || PREPOSITION.test(text.slice(contrast.length))) return true
  }
  return false
}

function plain(folded: string, start: number, anchor: number, quoteStart: number) {
  const tail = FRAME_END.exec(folded.slice(start, anchor))![0]
  const list = { start, end: anchor - tail.length }
  if (list.end - list.start < 2) return null
  return { list, quoteStart, isFramed: false, isContrast: false }
}
