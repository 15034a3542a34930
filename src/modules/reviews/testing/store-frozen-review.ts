import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { BookLine } from '../schema/book.ts'
import type { Stage } from '../schema/cycle.ts'
import { replaceAgenda } from '../store/cycle/agenda.ts'
import { insertBook, insertBookSheets, takeBookNumber } from '../store/cycle/books.ts'
import { insertLines } from '../store/cycle/lines.ts'
import { insertReview, insertStage, updateReview } from '../store/cycle/reviews.ts'

export interface FixtureLine {
  readonly unitId: string
  readonly text: string
  readonly side: BookLine['side']
  readonly outcome?: BookLine['outcome']
  /** What it opens, `/reports/…`. */
  readonly opens?: readonly string[]
}

export interface FixtureReview {
  readonly period: string
  readonly heldAt: string
  readonly speakers: readonly string[]
  readonly lines: readonly FixtureLine[]
  /** Left out: it is being held. */
  readonly stage?: 'frozen' | 'held'
}

const HASH = '0'.repeat(64)
const STAGES = ['frozen', 'held'] as const satisfies readonly Stage[]

/** A review whose book says what the fixture says, and that is being held: for tests of what comes after the draft. */
export async function storeFrozenReview(
  ctx: Context,
  { period, heldAt, speakers, lines, stage: until = 'held' }: FixtureReview,
): Promise<{ id: string; title: string; lineIds: string[] }> {
  const now = ctx.clock.now()
  const by = ctx.actor.name
  const nextId = () => newId(now.getTime())
  const id = nextId()
  const title = `${period}工作会议`
  const marks = { created_at: now, created_by: by, changed_at: now, changed_by: by, version: 1 }
  const written = lines.map((line, position) => ({ ...line, lineId: nextId(), position }))
  await ctx.transaction(async (tx) => {
    await insertReview(tx, {
      tenant_id: ctx.tenantId,
      id,
      period,
      title,
      held_at: new Date(heldAt),
      stage: 'collecting',
      cut_on: heldAt.slice(0, 10),
      speaker_minutes: 8,
      report_id: null,
      ...marks,
    })
    await replaceAgenda(
      tx,
      { tenantId: ctx.tenantId, reviewId: id },
      {
        points: [],
        speakers: speakers.map((unitId, i) => ({
          unitId,
          position: i + 1,
          minutes: 8,
          why: [],
          doneAt: null,
          doneBy: null,
        })),
      },
    )
    await insertLines(
      tx,
      written.map(({ lineId, unitId, side, position, text, outcome = null, opens = [] }) => ({
        tenant_id: ctx.tenantId,
        id: lineId,
        review_id: id,
        unit_id: unitId,
        key: `own:${lineId}`,
        side,
        kind: 'own',
        position,
        draft: '[]',
        words: text,
        sources: JSON.stringify(sourcesOf(opens)),
        fingerprint: '',
        included: true,
        outcome,
        is_outcome_decided: outcome !== null,
        evidence: '[]',
        ...marks,
      })),
    )
    const number = await takeBookNumber(tx, ctx.tenantId)
    const stands = { content: '{}', contentHash: HASH, frozenAt: now, frozenBy: by }
    await insertBook(tx, ctx.tenantId, { number, reviewId: id, ...stands })
    await insertBookSheets(
      tx,
      { tenantId: ctx.tenantId, number },
      speakers.map((unitId, i) => ({
        unitId,
        contentHash: HASH,
        content: JSON.stringify({
          unitId,
          unitName: unitId,
          position: i + 1,
          minutes: 8,
          lines: written.filter((line) => line.unitId === unitId).map(bookLineOf),
        }),
      })),
    )
    for (const [i, stage] of STAGES.slice(0, STAGES.indexOf(until) + 1).entries()) {
      await updateReview(tx, { id, version: i + 1 }, { stage, changed_at: now, changed_by: by })
      await insertStage(
        tx,
        { tenantId: ctx.tenantId, reviewId: id },
        { stage, dueAt: new Date(heldAt), enteredAt: now, enteredBy: by },
      )
    }
  })
  return { id, title, lineIds: written.map(({ lineId }) => lineId) }
}

function sourcesOf(opens: readonly string[]) {
  return opens.map((href) => ({ kind: 'statement' as const, href, label: {} }))
}

function bookLineOf({
  lineId,
  side,
  position,
  text,
  outcome = null,
  opens = [],
}: FixtureLine & { lineId: string; position: number }): BookLine {
  return {
    lineId,
    side,
    kind: 'own',
    position,
    text: { zh: '', en: '' },
    words: text,
    draft: [],
    outcome,
    sources: sourcesOf(opens),
    evidence: [],
  }
}
