import type { Context, Tx } from '../../../../kernel/context.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { isAllowed } from '../../../../kernel/permissions.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import { stageDueAt } from '../../rules/cycle/stage-dates.ts'
import { nextStage, type Refusal, type StageFacts, stageRefusals } from '../../rules/cycle/stage-refusals.ts'
import { type Review, type ReviewDetail, STAGES, type StageMark } from '../../schema.ts'
import { sentenceOf } from '../../sentences.ts'
import { listAgenda, listSpeakers } from '../../store/cycle/agenda.ts'
import { findBook } from '../../store/cycle/books.ts'
import { listStages, type StoredReview, selectReviews } from '../../store/cycle/reviews.ts'
import { presentReasons } from './present-reasons.ts'
import { loadStageFacts } from './stage-facts.ts'

export interface Counted {
  readonly speakers: number
  readonly book: { readonly number: number; readonly contentHash: string } | null
}

export function presentReview(review: StoredReview, { speakers, book }: Counted): Review {
  return {
    id: review.id,
    period: review.period,
    title: review.title,
    heldAt: review.held_at.toISOString(),
    stage: review.stage,
    cutOn: review.cut_on,
    speakerMinutes: review.speaker_minutes,
    reportId: review.report_id,
    speakers,
    book: book && { number: book.number, contentHash: book.contentHash },
    version: review.version,
    createdAt: review.created_at.toISOString(),
    createdBy: review.created_by,
    changedAt: review.changed_at.toISOString(),
    changedBy: review.changed_by,
  }
}

/** A review with its stages, agenda and what may be done next. */
export async function presentDetail(ctx: Context, tx: Tx, review: StoredReview): Promise<ReviewDetail> {
  const speakers = await listSpeakers(tx, review.id)
  const book = (await findBook(tx, review.id)) ?? null
  const others = await selectReviews(tx)
  const { grants } = ctx.actor
  // Who may not take the next stage is not told what stands against it: that names the sheets of others.
  const mayGoOn = isAllowed(grants, 'reviews.prepare')
  return {
    ...presentReview(review, { speakers: speakers.length, book }),
    stages: await presentStages(ctx, tx, { review, others }),
    next: mayGoOn ? offerNext(ctx, await loadStageFacts(ctx, tx, review)) : null,
    agenda: await listAgenda(tx, review.id),
    speakingOrder: speakers.map(({ unitId, position, minutes, why }) => ({
      unitId,
      position,
      minutes,
      why: isAllowed(grants, 'reviews.read', [unitId]) ? presentReasons(why, ctx.locale) : [],
    })),
  }
}

/** The six stages of a review among the others of its city. */
export async function presentStages(
  ctx: Context,
  tx: Tx,
  { review, others }: { review: StoredReview; others: readonly StoredReview[] },
): Promise<StageMark[]> {
  const entered = new Map((await listStages(tx, review.id)).map((mark) => [mark.stage, mark]))
  const now = ctx.clock.now()
  return STAGES.map((stage) => {
    const mark = entered.get(stage)
    const dueAt = mark?.dueAt ?? dueAtOf(review, stage, others)
    const at = mark?.enteredAt ?? now
    return {
      stage,
      dueAt: dueAt?.toISOString() ?? null,
      enteredAt: mark?.enteredAt.toISOString() ?? null,
      enteredBy: mark?.enteredBy ?? null,
      isLate: stage !== 'held' && dueAt !== null && at > dueAt,
    }
  })
}

/** When a stage of a review is due, among the others of its city. */
export function dueAtOf(
  review: StoredReview,
  stage: StageMark['stage'],
  others: readonly StoredReview[],
): Date | null {
  const next = others
    .filter(({ period }) => period > review.period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))[0]
  return stageDueAt(stage, {
    heldAt: review.held_at,
    nextHeldAt: next?.held_at ?? null,
    timeZone: CITY_ZONE,
  })
}

function offerNext(ctx: Context, facts: StageFacts): ReviewDetail['next'] {
  const to = nextStage(facts.stage)
  if (to === undefined) return null
  const refusals = stageRefusals(facts, to, false)
  return {
    to,
    isAllowed: refusals.length === 0,
    refusals: refusals.map((refusal) => ({
      code: refusal.code,
      sentence: refusalSentence(ctx, refusal),
    })),
  }
}

/** A refusal as a person reads it, stages by their names. */
export function refusalSentence({ locale }: Context, { code, details }: Refusal): string {
  return sentenceOf(locale, code, withStageWords(locale, details))
}

export function withStageWords(locale: Context['locale'], details: Refusal['details']): Refusal['details'] {
  const words = ['stage', 'to'].flatMap((name) =>
    details[name] === undefined
      ? []
      : [[`${name}Word`, sentenceOf(locale, `reviews.stage.${details[name]}`, {})]],
  )
  return { ...details, ...Object.fromEntries(words) }
}

export const heldOn = ({ held_at }: StoredReview) => dayOf(held_at, CITY_ZONE)
