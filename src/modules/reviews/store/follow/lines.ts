import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Draft } from '../../schema/draft.ts'
import type { LineKind, LineSide, Outcome } from '../../schema/sheet.ts'
import type { Source } from '../../schema/source.ts'
import type { Stage } from '../../schema/cycle.ts'

/** A line of any review's sheet that tells of a shortfall, or of what became of one. */
export interface ShortLine {
  readonly id: string
  readonly unitId: string
  readonly reviewId: string
  readonly reviewTitle: string
  readonly period: string
  readonly heldAt: Date
  readonly stage: Stage
  readonly key: string
  readonly side: LineSide
  readonly kind: LineKind
  readonly draft: Draft
  readonly words: string | null
  readonly sources: readonly Source[]
  readonly included: boolean
  readonly outcome: Outcome | null
  readonly isOutcomeDecided: boolean
}

/**
 * Lines of shortfalls and of last time's shortfalls in every review, as corrected since they were frozen; of some units
 * only when given. One query; of a unit there are a few dozen a year.
 */
export async function selectShortLines(tx: Tx, unitIds?: readonly string[]): Promise<ShortLine[]> {
  const ofUnits = unitIds ? sql`and line.unit_id = any(${unitIds}::uuid[])` : sql``
  const { rows } = await sql<ShortLine>`
    select line.id, line.unit_id as "unitId", line.review_id as "reviewId", review.title as "reviewTitle",
      review.period, review.held_at as "heldAt", review.stage, line.key, line.side, line.kind, line.draft,
      coalesce(corrected.words, line.words) as words, line.sources,
      coalesce(corrected.included, line.included) as included, coalesce(corrected.outcome, line.outcome) as outcome,
      line.is_outcome_decided as "isOutcomeDecided"
    from reviews.review_line line
    join reviews.review review on review.tenant_id = line.tenant_id and review.id = line.review_id
    left join lateral (
      select (array_agg(c.after->>'words' order by c.seq desc) filter (where c.after ? 'words'))[1] as words,
        (array_agg((c.after->>'included')::boolean order by c.seq desc) filter (where c.after ? 'included'))[1] as included,
        (array_agg(c.after->>'outcome' order by c.seq desc) filter (where c.after ? 'outcome'))[1] as outcome
      from reviews.review_correction c where c.tenant_id = line.tenant_id and c.line_id = line.id
    ) corrected on true
    where line.side in ('shortfall', 'follow-up') ${ofUnits}
    order by review.held_at, line.unit_id, line.side, line.position, line.id`.execute(tx)
  return rows
}
