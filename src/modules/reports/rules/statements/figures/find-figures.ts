import type { FoundStatement, Range } from '../../model.ts'
import { findQuantities, type Quantity } from '../../numbers/find-quantities.ts'
import { findPlaces, type Place } from '../ranks/find-places.ts'
import { periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
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
    if (sentence.voice.mode !== 'account' || !/[\d〇一二三四五六七八九十百千万两]/.test(sentence.folded))
      return []
    return draftsOf(reading, sentence).map((draft) => toStatement(reading, sentence, draft))
  })
}

function draftsOf(reading: Reading, sentence: ReadSentence): Draft[] {
  const { folded } = reading.article.body
  const drafts: Draft[] = []
  const places = findPlaces(sentence.folded)
  let previous: Draft | null = null
  for (const clause of sentence.clauses) {
    const text = folded.slice(clause.start, clause.end)
    const quantities = findQuantities(text)
    for (const [i, quantity] of quantities.entries()) {
      const limit = quantities[i - 1]?.end ?? 0
      if (clause.start + quantity.end <= reading.units.at(clause.start).nameEnd) continue
      if (!isMeasured(text, quantity, 0) || isInsideRank(sentence, clause, quantity, places)) continue
      if (isDenominator(text, quantity, quantities[i + 1])) continue
      const growth =
        quantity.kind === 'percent' || quantity.kind === 'points'
          ? growthBefore(text.slice(limit, quantity.start))
          : null
      if (
        growth &&
        quantity.kind === 'percent' &&
        previous &&
        mayCarry(previous, text, limit, quantity, growth)
      ) {
        previous.change = `${growth.sign}${quantity.value}%`
        previous.end = clause.start + quantity.end
        previous = null
        continue
      }
      const subject = findFigureSubject(reading, sentence, {
        clause,
        quantity,
        limit,
        next: quantities[i + 1]?.start ?? text.length,
        growth,
      })
      const draft = toDraft({ clause, quantity, growth, subject, limit })
      drafts.push(draft)
      previous = draft
    }
    if (quantities.length === 0 && clause.after === '；') previous = null
  }
  return drafts
}

/** 完成50亿元，同比增长7%: growth without a thing of its own belongs to the level before. */
function mayCarry(previous: Draft, text: string, limit: number, quantity: Quantity, growth: Growth): boolean {
  if (previous.quantity.kind !== 'count' || previous.change) return false
  const own = text
    .slice(limit, quantity.start - growth.length)
    .replace(/^[、，（(]|(?:同比|其中|并|总量|总额|，)$/g, '')
  return own.length <= 1
}

/** 450项任务完成94%: the number of tasks is what the percentage is of. */
function isDenominator(text: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (quantity.kind !== 'count' || next?.kind !== 'percent') return false
  const between = text.slice(quantity.end, next.start)
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
    change: growth ? `${growth.sign}${quantity.value}${unit}` : null,
    growth,
    rule: growth ? 'figure.growth' : `figure.${quantity.kind}`,
    confidence: quantity.isChinese && quantity.kind === 'count' ? 0.7 : 0.9,
  }
}

function toStatement(reading: Reading, sentence: ReadSentence, draft: Draft): FoundStatement {
  const { unit, certainty } = unitAt(reading, draft.clause.start)
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
