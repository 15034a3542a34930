import { findDeadlines } from '../../dates/find-deadlines.ts'
import type { FoundStatement, Range } from '../../model.ts'
import { printed, type Reading, type ReadSentence } from '../reading.ts'
import { isHollow } from './is-hollow.ts'
import { findListedTasks } from './listed-tasks.ts'
import { readActors } from './read-actors.ts'
import { findResponsibilities, readInlineLead } from './responsibility-labels.ts'
import { cutSegments, type Segment } from './segments.ts'

/** A run of instructions: sentences without a subject go on with it. */
interface Chain {
  readonly paragraph: number
  /** Shared by parallel sentences that open with the same word: 各市将围绕…。围绕…. */
  readonly shared: readonly string[]
  readonly opening: string
}

/** Kinds of article whose hosts do not give orders to those they meet. */
const GUEST_KINDS = new Set(['agreement', 'consultation', 'signing'])
const COLLECTIVE = /^(?:各|[两三四五六七八九十](?:省|市|地|县|区|方)|双方|两地|三地)/
const TO_GUESTS = /^(?:希望|欢迎|期待|祝愿|感谢|愿)/

/** Finds tasks: sentence-level instructions with who told them, who must act and by when (GUIDELINES §7). */
export function findTasks(reading: Reading): FoundStatement[] {
  const labels = findResponsibilities(reading.article)
  const listed = findListedTasks(reading, labels)
  const found: FoundStatement[] = []
  let chain: Chain | null = null
  for (const whole of reading.sentences) {
    const sentence = afterLists(whole, [
      ...listed.map((task) => task.ranges[0]!),
      ...labels.map(({ range }) => range),
    ])
    if (!sentence) continue
    if (chain && chain.paragraph !== sentence.paragraph && sentence.voice.mode !== 'instruction') chain = null
    const segments = segmentsOf(reading, sentence, chain)
    if (segments.length === 0) {
      if (sentence.voice.mode === 'account') chain = null
      continue
    }
    const tasks = segments.flatMap((segment) => toTask(reading, sentence, segment, chain) ?? [])
    found.push(...tasks)
    chain = nextChain(reading, sentence, segments, chain)
  }
  return [...listed, ...found]
}

/** What of a sentence stands after the listed tasks and labels in it; null when nothing does. */
function afterLists(sentence: ReadSentence, ranges: readonly Range[]): ReadSentence | null {
  const last = ranges.findLast((range) => overlaps(range, sentence))
  if (!last) return sentence
  if (sentence.end - last.end < 4) return null
  return {
    ...sentence,
    voice: { ...sentence.voice, contentStart: Math.max(sentence.voice.contentStart, last.end) },
  }
}

function segmentsOf(reading: Reading, sentence: ReadSentence, chain: Chain | null): Segment[] {
  const { mode, opens, contentStart } = sentence.voice
  const content = reading.article.body.folded.slice(contentStart, sentence.end)
  if (mode === 'remark' || TO_GUESTS.test(content)) return []
  if (mode === 'account') {
    if (GUEST_KINDS.has(reading.article.kind)) return []
    return cutSegments(reading, sentence, { goesOn: true, mayActors: chain !== null }).filter((segment) =>
      isAllowedInAccount(reading, segment, chain),
    )
  }
  return cutSegments(reading, sentence, { goesOn: chain !== null || opens, mayActors: true })
}

/** Outside speeches only a joint commitment (三省一市将…) and what runs on from it is a task. */
function isAllowedInAccount(reading: Reading, segment: Segment, chain: Chain | null): boolean {
  const { folded } = reading.article.body
  if (segment.form === 'must') {
    if (segment.subject !== null && readActors(reading.article, segment.subject).length > 0) return true
    return reading.article.kind === 'work-report' && folded.startsWith('要', segment.range.start)
  }
  if (segment.form === 'actor')
    return chain !== null && COLLECTIVE.test(folded.slice(segment.range.start, segment.range.end))
  if (segment.form === 'will') return COLLECTIVE.test(folded.slice(segment.range.start, segment.range.end))
  return chain !== null && chain.shared.length > 0 && folded.startsWith(chain.opening, segment.range.start)
}

function nextChain(
  reading: Reading,
  sentence: ReadSentence,
  segments: readonly Segment[],
  chain: Chain | null,
): Chain {
  const first = segments[0]!
  const { folded } = reading.article.body
  const actors = first.subject ? readActors(reading.article, first.subject) : []
  if (actors.length === 0) {
    const isParallel = chain !== null && folded.startsWith(chain.opening, first.range.start)
    return isParallel
      ? { ...chain, paragraph: sentence.paragraph }
      : { paragraph: sentence.paragraph, shared: [], opening: '\n' }
  }
  const after = first.subject!.end + (first.form === 'actor' ? 0 : 1)
  return { paragraph: sentence.paragraph, shared: actors, opening: folded.slice(after, after + 2) }
}

function toTask(
  reading: Reading,
  sentence: ReadSentence,
  segment: Segment,
  chain: Chain | null,
): FoundStatement | null {
  const { article } = reading
  const { folded } = article.body
  const own = segment.subject ? readActors(article, segment.subject) : []
  const isParallel =
    chain !== null && own.length === 0 && folded.startsWith(chain.opening, segment.range.start)
  const responsible = own.length ? own : isParallel ? chain.shared : []
  if (isVague(folded, segment)) return null
  const deadline = findDeadlines(folded, segment.range, reading.reportDate)[0]?.day ?? null
  const concrete = segment.clauses.filter((clause) => !isHollow(folded.slice(clause.start, clause.end)))
  if (
    concrete.length === 0 &&
    deadline === null &&
    !(own.length > 0 && segment.clauses.length === 1 && segment.form === 'must')
  )
    return null
  const lead = readInlineLead(article, segment.range)
  const matter =
    concrete.find((clause) => !NAMES_LEAD.test(folded.slice(clause.start, clause.end))) ??
    concrete[0] ??
    segment.clauses[0]!
  return {
    kind: 'task',
    articleIndex: article.index,
    unit: reading.units.at(segment.range.start).unit,
    subject: subjectOf(printed(article, matter)),
    period: null,
    ranges: [segment.range],
    confidence: confidenceOf(segment, concrete.length, sentence),
    rule: `task.${segment.form}`,
    task: {
      speaker: sentence.voice.mode === 'instruction' ? sentence.voice.speaker : null,
      responsible:
        lead && (responsible.length === 0 || responsible[0] === lead.lead)
          ? [lead.lead, ...lead.supporting]
          : responsible,
      lead: lead?.lead ?? null,
      supporting: lead?.supporting ?? [],
      deadline,
      theme: null,
      parts: partsOf(segment, concrete),
    },
  }
}

/** 工作推动要更加具体化: what nobody in particular should be more of. */
function isVague(folded: string, segment: Segment): boolean {
  const first = segment.clauses[0]!
  if (/要看(?!齐|好|护|管|住)/.test(folded.slice(first.start, first.end))) return true
  return /要更[加具有][一-龥]{2,3}(?:化|力|性)$/.test(folded.slice(first.start, first.end))
}

const FORM_CONFIDENCE = { must: 0.9, actor: 0.85, will: 0.75, subjectless: 0.8 }

/** Outside a speech, and in a plan that nobody is told by name, the evidence is weaker. */
function confidenceOf(segment: Segment, concrete: number, sentence: ReadSentence): number {
  const share = concrete / segment.clauses.length
  const isTold = sentence.voice.mode === 'instruction' && sentence.section !== 'plan'
  return Math.round(FORM_CONFIDENCE[segment.form] * (0.75 + 0.25 * share) * (isTold ? 1 : 0.8) * 100) / 100
}

/** 由A局牵头、B委配合 says who, not what. */
const NAMES_LEAD = /(?:牵头|主办|配合|协办)(?:负责|落实)?$|^(?:会同|联合)/
/** A time limit in front of the action stands in the deadline. */
const TIME_LIMIT =
  /^(?:于|在)?(?:今年|明年|\d{4}年)?(?:\d{1,2}月|年|月|本周|节)?(?:\d{1,2}日|底|末|内)?前(?=[一-龥]{4})/

/** The matter of a task in a few words: its first concrete clause without 要. */
function subjectOf(clause: string): string {
  const action = clause.replace(/^[^，]{0,16}?要(?=[^求素])/, '').replace(TIME_LIMIT, '')
  return action.slice(0, 60) || clause
}

function partsOf(segment: Segment, concrete: readonly Range[]): Range[] {
  if (concrete.length < 2 || segment.clauses.length < 3) return []
  return concrete.filter((clause) => clause.end - clause.start >= 8).map(({ start, end }) => ({ start, end }))
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
