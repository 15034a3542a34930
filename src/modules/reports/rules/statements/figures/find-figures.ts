import type { FoundStatement, Range } from '../../model.ts'
import { scaleDecimal } from '../../numbers/decimal.ts'
import { findQuantities, type Quantity } from '../../numbers/find-quantities.ts'
import type { KnownNames } from '../../units/known-names.ts'
import { matchUnitName } from '../../units/match-unit-name.ts'
import { findPlaces, type Place } from '../ranks/find-places.ts'
import { givesAccount, periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
import type { Clause } from '../text/sentences.ts'
import { findFigureSubject } from './figure-subject.ts'
import { type Growth, growthBefore } from './growth.ts'
import { isMeasured } from './measured.ts'

/** A figure on its way: growth that follows in its clause or the next is added to it. */
interface Draft {
  readonly quantity: Quantity
  readonly clause: Clause
  readonly start: number
  end: number
  readonly subject: string
  change: string | null
  readonly growth: Growth | null
  readonly rule: string
  readonly confidence: number
}

/** Finds figures and metrics: what was measured of a unit, growth in one entry with its level (GUIDELINES §6). */
export function findFigures(reading: Reading): FoundStatement[] {
  return reading.sentences.flatMap((sentence) => {
    if (!givesAccount(reading, sentence) || !/[\d〇一二三四五六七八九十百千万两]/.test(sentence.folded))
      return []
    return draftsOf(reading, sentence).map((draft) => toStatement(reading, sentence, draft))
  })
}

/** What growth can still be added to: levels that stand together (48600元、21300元), and the last sign read. */
interface Run {
  levels: Draft[]
  sign: '+' | '-' | null
}

function draftsOf(reading: Reading, sentence: ReadSentence): Draft[] {
  const { folded } = reading.article.body
  const drafts: Draft[] = []
  const places = findPlaces(sentence.folded)
  const run: Run = { levels: [], sign: null }
  for (const clause of sentence.clauses) {
    const text = folded.slice(clause.start, clause.end)
    const quantities = findQuantities(text)
    for (const [i, quantity] of quantities.entries()) {
      const limit = quantities[i - 1]?.end ?? 0
      if (clause.start + quantity.end <= reading.units.at(clause.start).nameEnd) continue
      if (!isMeasured(text, quantity, 0) || isInsideRank(sentence, clause, quantity, places)) continue
      if (isDenominator(text, quantity, quantities[i + 1])) continue
      const isJoined = /^(?:、|和|及|与)$/.test(text.slice(limit, quantity.start)) && i > 0
      const growth = growthOf(text.slice(limit, quantity.start), quantity, isJoined ? run.sign : null)
      run.sign = growth?.sign ?? null
      if (
        growth &&
        (quantity.kind === 'percent' || quantity.kind === 'fraction') &&
        carry(run, text.slice(limit, quantity.start), growth, clause.start + quantity.end, quantity)
      )
        continue
      const next = quantities[i + 1]?.start ?? text.length
      const subject = findFigureSubject(reading, sentence, { clause, quantity, limit, next, growth })
      const item = isJoined ? respectiveSubject(drafts.at(-1)?.subject ?? '') : null
      const draft = toDraft({
        clause,
        quantity,
        growth,
        subject: item ? { ...subject, text: item } : subject,
        limit,
      })
      drafts.push(draft)
      if (quantity.kind !== 'count') run.levels = []
      else run.levels = isJoined ? [...run.levels, draft] : [draft]
    }
  }
  return drafts
}

function growthOf(before: string, quantity: Quantity, joinedSign: '+' | '-' | null): Growth | null {
  if (quantity.kind === 'fraction') return growthBefore(before)
  if (quantity.kind !== 'percent' && quantity.kind !== 'points') return null
  return growthBefore(before) ?? (joinedSign ? { sign: joinedSign, length: before.length } : null)
}

/** 完成50亿元，同比增长7%: growth without a thing of its own belongs to the level before. */
function carry(run: Run, before: string, growth: Growth, end: number, quantity: Quantity): boolean {
  const level = run.levels.find((each) => each.change === null)
  if (!level) return false
  const own = before
    .slice(0, before.length - growth.length)
    .replace(/^[、，（(]|(?<!同比|其中|并|总量|总额|分别)(?:同比|其中|并|总量|总额|分别|，)+$/g, '')
  if (own.length > 1) return false
  level.change = `${growth.sign}${inPercent(quantity)}%`
  level.end = end
  return true
}

/** 三成 is 30%. */
function inPercent(quantity: Quantity): string | null {
  return quantity.kind === 'fraction' && quantity.value !== null
    ? scaleDecimal(quantity.value, 2)
    : quantity.value
}

/** 事故起数、死亡人数分别下降20%和33%: the second number is of the second thing. */
function respectiveSubject(subject: string): string | null {
  const list = /^(?<list>.+?)(?:同比)?分别(?<rest>.*)$/.exec(subject)?.groups
  if (!list?.list) return null
  const items = list.list.split(/、|和|与|及/)
  return items.length > 1 ? `${items.at(-1)}${list.rest}` : null
}

/** 450项任务完成94%: the number of tasks is what the percentage is of. */
function isDenominator(text: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (quantity.kind !== 'count' || !next) return false
  const between = text.slice(quantity.end, next.start)
  if (next.kind === 'count')
    return (
      next.unitOfMeasure === quantity.unitOfMeasure &&
      /^[一-龥“”]{2,16}(?<!新|再|又)(?:已?(?:经|全部)?)(?:开工|完成|完工|竣工|办结|复产|达产|投产|落地|销号|整改|入库|达标)$/.test(
        between,
      )
    )
  if (next.kind !== 'percent') return false
  return (
    /[一-龥]/.test(between) &&
    growthBefore(between) === null &&
    /完成|开工|落地|实现|达|占|办结|签约|竣工/.test(between)
  )
}

/** Numbers inside the name of an indicator that has a rank are no figures of their own. */
function isInsideRank(
  sentence: ReadSentence,
  clause: Clause,
  quantity: Quantity,
  places: readonly Place[],
): boolean {
  const place = places.find(
    (each) =>
      sentence.start + each.end > clause.start &&
      sentence.start + each.start <= clause.end &&
      sentence.start + each.end <= clause.end,
  )
  if (!place) return false
  const end = clause.start + quantity.end
  const placeStart = sentence.start + place.start
  return end > placeStart ? end <= sentence.start + place.end : placeStart - end > 2
}

function toDraft(parts: {
  clause: Clause
  quantity: Quantity
  growth: Growth | null
  subject: { text: string; start: number }
  limit: number
}): Draft {
  const { clause, quantity, growth } = parts
  const unit = quantity.kind === 'points' ? quantity.unitOfMeasure : '%'
  return {
    quantity,
    clause,
    start: parts.subject.start,
    end:
      quantity.end === clause.end - clause.start
        ? clause.end
        : Math.max(clause.start + quantity.end, clause.start + quantity.end),
    subject: parts.subject.text,
    change: growth ? `${growth.sign}${inPercent(quantity)}${unit}` : null,
    growth,
    rule: growth ? 'figure.growth' : `figure.${quantity.kind}`,
    confidence: quantity.isChinese && quantity.kind === 'count' ? 0.7 : 0.9,
  }
}

/** 甲区（88.3%）、乙县（86.9%）: a number in brackets is of the unit right before them. */
function unitInFront(reading: Reading, draft: Draft): string | null {
  const { folded } = reading.article.body
  const at = draft.clause.start + draft.quantity.start
  if (
    !/[（(]/.test(folded[at - 1] ?? '') ||
    !/^[）)，]/.test(folded.slice(at + printedLength(draft), at + printedLength(draft) + 1))
  )
    return null
  const name =
    /(?:^|[、，：；）)有是为和])(?<name>(?![全各我本])[一-龥]{1,5}(?:区|县|市|旗|镇|乡|街道))$/.exec(
      folded.slice(Math.max(0, at - 12), at - 1),
    )?.groups?.name
  return name && matchUnitName(folded, at - 1 - name.length, NOBODY)?.name === name
    ? printed(reading.article, { start: at - 1 - name.length, end: at - 1 })
    : null
}

const NOBODY: KnownNames = new Map()

function printedLength(draft: Draft): number {
  return draft.quantity.end - draft.quantity.start
}

/** 12家企业集中签约东浦桥: where nobody else is named, the place that signed them. */
function signedIn(reading: Reading, draft: Draft): string | null {
  if (reading.article.kind !== 'signing') return null
  const after = { start: draft.clause.start + draft.quantity.end, end: draft.clause.end }
  const match = /(?:签约|落户|入驻|进驻)(?<place>[一-龥]{2,6})$/.exec(
    reading.article.body.folded.slice(after.start, after.end),
  )
  return match
    ? printed(reading.article, { start: after.end - match.groups!.place!.length, end: after.end })
    : null
}

function toStatement(reading: Reading, sentence: ReadSentence, draft: Draft): FoundStatement {
  const turn = unitAt(reading, draft.clause.start)
  const unit = unitInFront(reading, draft) ?? turn.unit ?? signedIn(reading, draft)
  const { certainty } = turn
  const range: Range = { start: draft.start, end: Math.max(draft.end, draft.start + 1) }
  return {
    kind: unit === null ? 'metric' : 'figure',
    articleIndex: reading.article.index,
    unit,
    subject: draft.subject || printed(reading.article, draft.clause),
    period: periodBefore(sentence, draft.clause.start + draft.quantity.start),
    ranges: [range],
    confidence: Math.round(draft.confidence * certainty * 100) / 100,
    rule: draft.rule,
    figure: {
      value: draft.quantity.value,
      unitOfMeasure: draft.quantity.unitOfMeasure,
      qualifier: draft.quantity.qualifier,
      change: draft.change,
      isTarget: false,
    },
  }
}
