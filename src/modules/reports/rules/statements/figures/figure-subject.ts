import type { Quantity } from '../../numbers/find-quantities.ts'
import { findSubject } from '../ranks/find-subject.ts'
import { printed, type Reading, type ReadSentence } from '../reading.ts'
import type { Clause } from '../text/sentences.ts'
import type { Growth } from './growth.ts'

const LEAD =
  /^(?:但|而|且|其中|同时|并且|并|此外|另外|共计|共有|共|累计|已经?|全面|实现|、|，|：|的|和|及|（|\()+/
const TAIL =
  /(?<!累计|共计|共|总计|合计|已|完成|达到?|实现|为|约|超过|突破|首次|成功|高达|有|近|超|逾)(?:累计|共计|共|总计|合计|已|完成|达到?|实现|为|超过|突破|首次|成功|高达|有|近|约|超|逾|占(?:全?[一-龥]{1,8})?的?比?重?(?=$))+$/

/** What a number measures: the words before it, and those after it when it stands before its noun. */
export function findFigureSubject(
  reading: Reading,
  sentence: ReadSentence,
  at: { clause: Clause; quantity: Quantity; limit: number; next: number; growth: Growth | null },
): { text: string; start: number } {
  const { clause, quantity, growth } = at
  const { folded } = reading.article.body
  let start = clause.start + at.limit
  const { nameEnd } = reading.units.at(clause.start)
  if (nameEnd > start && nameEnd <= clause.start + quantity.start) start = nameEnd
  const quoteStart = start
  for (let i = 0; i < 6; i++) {
    const marker = sentence.markers.find((each) => each.range.start === start)
    const lead = LEAD.exec(folded.slice(start, clause.start + quantity.start))?.[0].length ?? 0
    if (marker && marker.range.end <= clause.start + quantity.start) start = marker.range.end
    else if (lead > 0) start += lead
    else break
  }
  let end = clause.start + quantity.start
  if (!growth) end -= TAIL.exec(folded.slice(start, end))?.[0].length ?? 0
  const before = printed(reading.article, { start, end }).replace(
    /(?:由|从)(?:提高|上升|下降|降低|压缩|缩短|增加|减少|压减)(?:到|至|为)$/,
    '',
  )
  const afterEnd = clause.start + at.next
  const following = printed(reading.article, { start: clause.start + quantity.end, end: afterEnd })
  const after = growth || /^[、，；：）)]/.test(following) ? '' : following
  const text = (before + after.replace(/^的/, '')).replace(/(?<![，、：（(])[，、：（(]+$/, '')
  return { text: text || before || subjectBefore(reading, sentence, clause), start: quoteStart }
}

/** A clause that only gives a number (达到328万吨) goes on with the thing of the clause before. */
function subjectBefore(reading: Reading, sentence: ReadSentence, clause: Clause): string {
  const i = sentence.clauses.indexOf(clause)
  const before = sentence.clauses[i - 1]
  if (!before) return ''
  const { nameEnd } = reading.units.at(before.start)
  const range = findSubject(reading.article.body.folded, sentence, {
    from: before.start,
    to: before.end,
    nameEnd,
  })
  return range ? printed(reading.article, range) : ''
}
