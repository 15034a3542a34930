import type { Context, Tx } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { speechSeconds } from '../../rules/day/speech-seconds.ts'
import type { SpeechClock } from '../../schema/day.ts'
import { listSpeakers } from '../../store/cycle/agenda.ts'
import { selectSpeeches } from '../../store/follow/speeches.ts'
import { requireReview } from '../cycle/require-review.ts'

/**
 * How long each speaker of a review has spoken until now. Three queries.
 * @throws `reviews.no-such-review`
 */
export function getSpeechClock(ctx: Context, reviewId: string): Promise<SpeechClock> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction((tx) => readSpeechClock(ctx, tx, reviewId))
}

/** The same inside a transaction that moved it. */
export async function readSpeechClock(ctx: Context, tx: Tx, reviewId: string): Promise<SpeechClock> {
  await requireReview(tx, reviewId)
  const now = ctx.clock.now()
  const speeches = await selectSpeeches(tx, reviewId)
  const running = speeches.find(({ stoppedAt }) => stoppedAt === null)
  const speakers = await listSpeakers(tx, reviewId)
  return {
    reviewId,
    now: now.toISOString(),
    running: running
      ? { id: running.id, unitId: running.unitId, startedAt: running.startedAt.toISOString() }
      : null,
    speakers: speakers.map(({ unitId, position, minutes }) => {
      const own = speeches.filter((speech) => speech.unitId === unitId)
      const secondsUsed = speechSeconds(own, now)
      return {
        unitId,
        position,
        minutes,
        secondsUsed,
        secondsLeft: minutes * 60 - secondsUsed,
        isRunning: running?.unitId === unitId,
        speeches: own.map(({ id, startedAt, stoppedAt }) => ({
          id,
          startedAt: startedAt.toISOString(),
          stoppedAt: stoppedAt?.toISOString() ?? null,
        })),
      }
    }),
  }
}
