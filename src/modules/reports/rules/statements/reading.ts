import type { PeriodMarker } from '../dates/find-period-markers.ts'
import type { Article, Range } from '../model.ts'
import { OWNED_KINDS } from '../units/owned-kinds.ts'
import type { UnitTimeline } from '../units/unit-timeline.ts'
import { isTelling } from './tasks/is-telling.ts'
import type { Sentence } from './text/sentences.ts'
import type { Section } from './voice/read-sections.ts'
import type { Voice } from './voice/read-voices.ts'

/** A sentence with what every rule asks of it: who says it, and the periods it names. */
export interface ReadSentence extends Sentence {
  readonly index: number
  readonly voice: Voice
  readonly section: Section
  readonly markers: readonly PeriodMarker[]
  /** The sentence in folded text. */
  readonly folded: string
}

/** An article ready for the statement rules. All offsets are those of its body. */
export interface Reading {
  readonly article: Article
  readonly reportDate: string | null
  readonly owner: string | null
  readonly sentences: readonly ReadSentence[]
  readonly units: UnitTimeline
}

/** The period of a claim: the nearest marker before it in its sentence (GUIDELINES §3). */
export function periodBefore(sentence: ReadSentence, offset: number): string | null {
  let period: string | null = null
  for (const marker of sentence.markers) {
    if (marker.range.end > offset) break
    if (isCompared(sentence, marker.range)) continue
    period = marker.period
  }
  return period
}

/** A period only compared with: 恢复到2019年的118%, 由上月第九位降至第十四位. */
const COMPARED = /(?:恢复[到至]|相当于)$/

function isCompared(sentence: ReadSentence, marker: Range): boolean {
  const before = sentence.folded.slice(0, Math.max(0, marker.start - sentence.start))
  const after = sentence.folded.slice(marker.end - sentence.start)
  return COMPARED.test(before) || (/[由从]$/.test(before) && /^的?第/.test(after))
}

/** The text of a range as printed, without the breaks between paragraphs. */
export function printed(article: Article, range: Range): string {
  return article.body.text.slice(range.start, range.end).replaceAll('\n', '')
}

/** Who a claim is about; `units` has more than one where several are named together. */
export interface AttributedUnit {
  readonly unit: string | null
  readonly units: readonly (string | null)[]
  readonly certainty: number
}

/** The unit that a claim at an offset is about, and how sure that is. */
export function unitAt(reading: Reading, offset: number): AttributedUnit {
  const turn = reading.units.at(offset)
  if (turn.unit !== null)
    return { unit: turn.unit, units: [turn.unit, ...(turn.others ?? [])], certainty: turn.certainty }
  const unit = ownsUnnamed(reading, offset) ? reading.owner : null
  return { unit, units: [unit], certainty: unit === null ? 0.6 : 0.8 }
}

/** What no unit is named for is the owner's in a report of its own, and in what the host of a signing tells. */
function ownsUnnamed(reading: Reading, offset: number): boolean {
  if (OWNED_KINDS.has(reading.article.kind)) return true
  if (!HOSTED_KINDS.has(reading.article.kind)) return false
  const sentence = reading.sentences.find((each) => each.start <= offset && offset < each.end)
  return sentence?.voice.mode === 'remark' && !COMPANY_HEAD.test(sentence.voice.speaker ?? '')
}

const HOSTED_KINDS = new Set(['agreement', 'signing', 'consultation'])
const COMPANY_HEAD = /董事长|总经理|总裁|行长|院长|校长/

/** Whether a sentence gives an account, also inside a speech: what is not an instruction and not yet to be done. */
export function givesAccount(reading: Reading, sentence: ReadSentence): boolean {
  if (sentence.voice.mode === 'account') return true
  if (sentence.section === 'plan') return false
  if (sentence.voice.mode === 'remark')
    return TELLS_OF_ITSELF.test(sentence.folded) && !WISHES.test(sentence.folded)
  return ACCOUNTS.test(sentence.folded) && !isTelling(reading.article.body.folded, sentence)
}

/** A guest tells what the own city or company is: 青岭市是…，去年…居全省第六位. */
const TELLS_OF_ITSELF = /(?:去年|上年|目前|近年来|以来|上半年|季度|\d{4}年|是[^，。]{2,30}，)/
const WISHES = /希望|期待|愿|感谢|祝|力争|努力|争取|[^，。]将|(?:^|，)(?:将|要)/

/** Looking back: a speech that begins with a past period reports. */
const ACCOUNTS =
  /(?:今年以来|去年|上年|过去|一年来|[一二三四上前]个?季度|上半年|年初以来|截[至止]|1?\d月|前[一二三四五六七八九十\d]+个月|以来)/
