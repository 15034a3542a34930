import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize, isAllowed } from '../../../../kernel/permissions.ts'
import type { Sheet, SheetSummary, Sheets } from '../../schema.ts'
import { listSpeakers, type StoredSpeaker } from '../../store/cycle/agenda.ts'
import { listLines, type StoredLine } from '../../store/cycle/lines.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { freshDraft } from './fresh-draft.ts'
import { ownSources } from './own-sources.ts'
import { type Fresh, isStale, presentLine } from './present-line.ts'
import { requireReview } from './require-review.ts'

/** The sheets of a review's speakers, of the units that the actor may see. @throws `reviews.no-such-review` */
export function listSheets(ctx: Context, reviewId: string): Promise<Sheets> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const review = await requireReview(tx, reviewId)
    return { reviewId, stage: review.stage, sheets: await summarizeSheets(ctx, tx, review) }
  })
}

/** The same inside a transaction. */
export async function summarizeSheets(ctx: Context, tx: Tx, review: StoredReview): Promise<SheetSummary[]> {
  const speakers = await listSpeakers(tx, review.id)
  const seen = speakers.filter(({ unitId }) => isAllowed(ctx.actor.grants, 'reviews.read', [unitId]))
  const lines = Map.groupBy(await listLines(tx, review.id), ({ unit_id }) => unit_id)
  const sheets: SheetSummary[] = []
  for (const speaker of seen) {
    const fresh = await freshOf(ctx, tx, { review, unitId: speaker.unitId })
    const { unitId, position } = speaker
    sheets.push({ unitId, position, ...countsOf(lines.get(unitId) ?? [], fresh), ...doneOf(speaker) })
  }
  return sheets
}

/**
 * One unit's sheet with its lines.
 * @throws `kernel.forbidden` outside the actor's scope, `reviews.no-such-review`, `reviews.not-a-speaker`
 */
export function getSheet(ctx: Context, reviewId: string, unitId: string): Promise<Sheet> {
  authorize(ctx, 'reviews.read', [unitId])
  return ctx.transaction(async (tx) =>
    presentSheet(ctx, tx, { review: await requireReview(tx, reviewId), unitId }),
  )
}

interface Of {
  readonly review: StoredReview
  readonly unitId: string
}

/** The same inside a transaction; `fresh` where it was computed before something was written. */
export async function presentSheet(
  ctx: Context,
  tx: Tx,
  { review, unitId, fresh: known }: Of & { fresh?: Fresh },
): Promise<Sheet> {
  const speaker = await requireSpeaker(tx, { review, unitId })
  const lines = await listLines(tx, review.id, unitId)
  const fresh = known === undefined ? await freshOf(ctx, tx, { review, unitId }) : known
  return {
    reviewId: review.id,
    unitId,
    stage: review.stage,
    ...countsOf(lines, fresh),
    ...doneOf(speaker),
    lines: lines.map((line) => presentLine(line, fresh, ctx.locale)),
  }
}

/** @throws `reviews.not-a-speaker` */
export async function requireSpeaker(tx: Tx, { review, unitId }: Of): Promise<StoredSpeaker> {
  const speaker = (await listSpeakers(tx, review.id)).find((each) => each.unitId === unitId)
  if (!speaker) throw notFound('reviews.not-a-speaker', { unitId, period: review.period })
  return speaker
}

/** What the sources say now, as long as somebody can still do something about it: until the meeting is held. */
export async function freshOf(ctx: Context, tx: Tx, of: Of): Promise<Fresh> {
  if (of.review.stage !== 'collecting' && of.review.stage !== 'frozen') return null
  const drafted = new Map((await freshDraft(ctx, tx, of)).map((line) => [line.key, line]))
  return { drafted, own: await ownSources(ctx, tx, of) }
}

function countsOf(lines: readonly StoredLine[], fresh: Fresh) {
  const count = (isCounted: (line: StoredLine) => boolean) => lines.filter(isCounted).length
  return {
    strengths: count(({ side }) => side === 'strength'),
    shortfalls: count(({ side }) => side === 'shortfall'),
    followUps: count(({ side }) => side === 'follow-up'),
    leftOut: count(({ included }) => !included),
    worded: count(({ words }) => words !== null),
    stale: count((line) => line.included && isStale(line, fresh)),
  }
}

const doneOf = ({ doneAt, doneBy }: StoredSpeaker) => ({ doneAt: doneAt?.toISOString() ?? null, doneBy })
