import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import { readSpeechClock } from '../../queries/day/speech-clock.ts'
import { planStart } from '../../rules/day/plan-start.ts'
import type { ClockSpeech, SpeechClock } from '../../schema/day.ts'
import { listSpeakers } from '../../store/cycle/agenda.ts'
import {
  findSpeech,
  insertSpeech,
  selectSpeeches,
  stopSpeech,
  takeClock,
} from '../../store/follow/speeches.ts'
import { requireSession } from './require-session.ts'

/**
 * Starts or stops a speaker's clock. Starting stops whichever runs; sent again, either is done once. An instant ahead of
 * the server's clock is now.
 * @throws `reviews.no-such-review`, `reviews.not-in-session`, `reviews.not-a-speaker`, `reviews.no-such-speech`
 */
export async function clockSpeech(
  ctx: Context,
  reviewId: string,
  { id, unitId, do: what, at: given }: ClockSpeech,
): Promise<SpeechClock> {
  authorize(ctx, 'reviews.hold')
  const now = ctx.clock.now()
  const told = given === undefined ? now : new Date(given)
  const at = told < now ? told : now
  return ctx.transaction(async (tx) => {
    requireSession(await requireReview(tx, reviewId))
    const isSpeaker = (await listSpeakers(tx, reviewId)).some((speaker) => speaker.unitId === unitId)
    if (!isSpeaker) throw notFound('reviews.not-a-speaker', { unitId })
    await takeClock(tx, reviewId)
    const known = await findSpeech(tx, id)
    if (known && (known.reviewId !== reviewId || known.unitId !== unitId)) {
      throw conflict('reviews.speech-of-another')
    }
    if (what === 'stop' && !known) throw notFound('reviews.no-such-speech', { id })
    if (what === 'stop') await stopSpeech(tx, id, at)
    else if (!known) await start(ctx, tx, { id, reviewId, unitId, at })
    return readSpeechClock(ctx, tx, reviewId)
  })
}

interface Starting {
  readonly id: string
  readonly reviewId: string
  readonly unitId: string
  readonly at: Date
}

async function start(ctx: Context, tx: Tx, { id, reviewId, unitId, at }: Starting): Promise<void> {
  const { cut, stoppedAt } = planStart(await selectSpeeches(tx, reviewId), at)
  if (cut) await stopSpeech(tx, cut.id, at)
  await insertSpeech(tx, ctx.tenantId, {
    id,
    reviewId,
    unitId,
    startedAt: at,
    stoppedAt,
    startedBy: ctx.actor.name,
  })
}
