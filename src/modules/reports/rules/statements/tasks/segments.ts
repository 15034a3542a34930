import type { Range } from '../../model.ts'
import type { Reading, ReadSentence } from '../reading.ts'
import type { Clause } from '../text/sentences.ts'
import { readDirective, reports, startsDirective } from './directive.ts'
import { actorLength } from './read-actors.ts'

/** One task of a sentence: its stretch, its clauses, and what stands before 要. */
export interface Segment {
  readonly range: Range
  readonly clauses: readonly Clause[]
  /** The words before 要, where those who must act stand; empty for a subjectless sentence. */
  readonly subject: Range | null
  readonly form: 'must' | 'will' | 'subjectless' | 'actor'
}

/** A frame that belongs to the task after it: 对于…的任务, 岁末年初. */
const KEPT_FRAME =
  /^(?:对[^，]{3,20}的(?:单位|部门|地区|乡镇|镇街|县区|项目|企业|干部|个人|人员)$|对于|针对|面对|凡|[^，的了]{2,6}(?:年初|年末|期间|时期|时节|汛期|之际|节前|节后|月份))/
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,2}(?:是要?|要)|第[一二三四五六七八九十]{1,2}，|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．](?!\d)|[①-⑳]|首先，?|其次，?|再次，?|最后，?|[●■◆▲·•\-—]+)+/
/** 由市财政局牵头 opens a task, 市教育局配合 goes on with it. */
const LED = /^由[^，]{2,24}?(?:牵头|负责(?!人|同志)|主办)|^[一-龥、]{2,24}(?:牵头|主办)(?:负责)?$/
const PLEASE = /^请(?=各|有关|相关|[市县区省])/
const SUPPORTS = /^[^，]{2,40}(?:配合|协同|参与|协办)(?:落实|做好|推进)?$/
/** 工作要求：各单位要… */
const LABELLED = /^(?:工作|有关|具体|几点|下一?步)?(?:要求|任务|安排|措施|建议)：/
/** 建设用地指标由县国土局统筹解决: who acts stands after 由. */
const BY =
  /^(?<what>[^，由]{0,16})由(?<who>[^，由]{2,16}?)(?=统筹|负责|全程|统一|监督|解决|组织|实施|约谈|承担|落实|督办|承办|督促|核查|验收|协调|督查|问责)/
const PREPOSITION = /^(?:在|从|对|以|把|将|按照|根据|结合|通过|针对|依托)/
/** 于6月15日前书面报告, 每月25日前报送, 每半月至少到现场一次 */
const DATED = /^(?:要)?(?:(?:于|在)[^，]{2,14}前|每(?:个?[年月周日天季]|半[年月]|两周)|至少)/
const WILL = /^[一-龥]{2,14}?(?<!我们)(?<!即)将(?=[一-龥“])/

/** Cuts what a sentence says into tasks: at a second independent 要 and at a change of subject (GUIDELINES §7). */
export function cutSegments(
  reading: Reading,
  sentence: ReadSentence,
  options: { goesOn: boolean; mayActors: boolean },
): Segment[] {
  const { folded } = reading.article.body
  const content = sentence.clauses
    .map((clause) => ({ ...clause, start: Math.max(clause.start, sentence.voice.contentStart) }))
    .filter((clause) => clause.end > clause.start)
  const openers: { clause: number; start: number; subject: Range | null; form: Segment['form'] }[] = []
  for (const [i, clause] of content.entries()) {
    const opener = openerOf(reading, clause, { ...options, isFirst: i === 0, hasOpener: openers.length > 0 })
    if (!opener) continue
    const topic = openers.at(-1)
    if (topic?.form === 'subjectless' && topic.clause === i - 1 && opener.form === 'must' && !opener.subject)
      openers.pop()
    const framed =
      i > 0 &&
      openers.length === 0 &&
      KEPT_FRAME.test(folded.slice(content[i - 1]!.start, content[i - 1]!.end))
    openers.push({
      ...opener,
      clause: framed ? i - 1 : i,
      start: framed ? content[i - 1]!.start : opener.start,
    })
  }
  const segments = openers.map((opener, i): Segment => {
    const until = openers[i + 1]?.clause ?? content.length
    const clauses = content.slice(opener.clause, until)
    return {
      range: { start: opener.start, end: clauses.at(-1)!.end },
      clauses: [{ ...clauses[0]!, start: Math.max(clauses[0]!.start, opener.start) }, ...clauses.slice(1)],
      subject: opener.subject,
      form: opener.form,
    }
  })
  return segments.filter(
    (segment) => segment.form === 'must' || segment.form === 'will' || !isReport(folded, content, segment),
  )
}

/** A stretch without 要 that reports what has been done is no instruction. */
function isReport(folded: string, content: readonly Clause[], segment: Segment): boolean {
  const before = content.filter((clause) => clause.end < segment.range.start)
  return (
    segment.clauses.some((clause) => reports(folded.slice(clause.start, clause.end))) ||
    before.some((clause) => PAST.test(folded.slice(clause.start, clause.end)))
  )
}

const PAST = /过去|去年|上年|年来|以来|此前|期间/

function openerOf(
  reading: Reading,
  clause: Clause,
  at: { isFirst: boolean; hasOpener: boolean; goesOn: boolean; mayActors: boolean },
): { start: number; subject: Range | null; form: Segment['form'] } | null {
  const { folded } = reading.article.body
  let start = clause.start
  while (/[“‘「]/.test(folded[start] ?? '') && !folded.slice(start, clause.end).includes('”')) start++
  start += LABELLED.exec(folded.slice(start, clause.end))?.[0].length ?? 0
  const numbering = NUMBERING.exec(folded.slice(start, clause.end))?.[0] ?? ''
  const isNumbered = numbering !== ''
  const text = folded.slice(start + numbering.length, clause.end)
  if (/^[一二三四五六七八九十]{1,2}要/.test(numbering))
    return { start: start + numbering.length - 1, subject: null, form: 'must' }
  start += numbering.length
  const directive = readDirective(text)
  if (directive) {
    if (directive.goesOn) return at.isFirst && at.goesOn ? { start, subject: null, form: 'must' } : null
    const subject = directive.before ? { start, end: start + directive.modal } : null
    return { start, subject, form: 'must' }
  }
  if (at.goesOn || isNumbered) {
    const will = WILL.exec(text)
    if (will && at.isFirst && actorLength(folded, { start, end: start + will[0].length - 1 }) > 0)
      return { start, subject: { start, end: start + will[0].length - 1 }, form: 'will' }
  }
  const led = LED.exec(text)
  if (PLEASE.test(text)) {
    const length = actorListLength(folded, { start: start + 1, end: clause.end })
    if (length > 0) return { start, subject: { start: start + 1, end: start + 1 + length }, form: 'must' }
  }
  if (led && (at.mayActors || isNumbered)) return { start, subject: ledBy(start, led[0]), form: 'actor' }
  const by = at.mayActors ? BY.exec(text) : null
  if (by) {
    const who = { start: start + by.groups!.what!.length + 1, end: start + by[0].length }
    if (actorLength(folded, who) === who.end - who.start) return { start, subject: who, form: 'actor' }
  }
  if (at.hasOpener && SUPPORTS.test(text)) return null
  if (at.mayActors || isNumbered) {
    const length = actorListLength(folded, { start, end: clause.end })
    const rest = folded.slice(start + length, clause.end)
    if (length > 0 && (startsDirective(rest) || DATED.test(rest)) && !/^(?:在|从|对|以)/.test(rest))
      return { start, subject: { start, end: start + length }, form: 'actor' }
  }
  if (at.goesOn || isNumbered) {
    if (isNumbered && !at.goesOn && PREPOSITION.test(text)) return null
    if (isNumbered && at.goesOn && text.length >= 4 && !reports(text))
      return { start, subject: null, form: 'subjectless' }
    if ((at.isFirst || isNumbered) && startsDirective(text))
      return { start, subject: null, form: 'subjectless' }
  }
  return null
}

/** The length of a list of actors at the start of a clause, 各区、各部门. */
function actorListLength(folded: string, range: Range): number {
  let at = range.start
  for (let i = 0; i < 8; i++) {
    const length = actorLength(folded, { start: at, end: range.end })
    if (length === 0) return i === 0 ? 0 : at - range.start
    at += length
    if (!/[、和及]/.test(folded[at] ?? '')) return at - range.start
    at++
  }
  return at - range.start
}

/** The name in 由市财政局牵头. */
function ledBy(start: number, led: string): Range {
  const from = led.startsWith('由') ? 1 : 0
  return { start: start + from, end: start + led.replace(/(?:牵头|负责|主办)+$/, '').length }
}
