import type { Context, Tx } from '../../../../kernel/context.ts'
import { journal } from '../../../../platform/journal/index.ts'
import type { FollowedPart } from '../../queries/matters/load-chains.ts'
import { likeness } from '../../rules/likeness.ts'
import { selectVerdicts, upsertVerdict, type Verdict } from '../../store.ts'

interface TwoSides {
  readonly one: readonly FollowedPart[]
  readonly other: readonly FollowedPart[]
}

/** Parts were put into one matter by hand: pairs between them that somebody held to be two are one now. */
export async function alignJoined(ctx: Context, tx: Tx, sides: TwoSides): Promise<void> {
  const crossing = await crossingVerdicts(tx, sides, 'dismissed')
  const known = crossing.map((verdict) => ({ ...verdict, verdict: 'confirmed' as const }))
  const bridge = known.length > 0 ? [] : nearestPair(ctx, sides)
  await write(ctx, tx, [...known, ...bridge])
}

/** Parts were put into two matters: pairs between them that somebody confirmed are one no longer. */
export async function alignParted(ctx: Context, tx: Tx, sides: TwoSides): Promise<void> {
  const crossing = await crossingVerdicts(tx, sides, 'confirmed')
  await write(
    ctx,
    tx,
    crossing.map((verdict) => ({ ...verdict, verdict: 'dismissed' as const })),
  )
}

async function crossingVerdicts(tx: Tx, { one, other }: TwoSides, verdict: Verdict['verdict']) {
  const [ones, others] = [new Set(one.map(({ id }) => id)), new Set(other.map(({ id }) => id))]
  const crosses = ({ earlierId, laterId }: Verdict) =>
    (ones.has(earlierId) && others.has(laterId)) || (others.has(earlierId) && ones.has(laterId))
  return (await selectVerdicts(tx)).filter((each) => each.verdict === verdict && crosses(each))
}

/** The two statements of different reviews that are nearest in likeness: what was joined by hand is a pair on the unit's page, too. */
function nearestPair(ctx: Context, { one, other }: TwoSides): Verdict[] {
  const pairs = one.flatMap((a) =>
    other.flatMap((b) => {
      const [earlier, later] = a.at <= b.at ? [a, b] : [b, a]
      const isPair = a.kind === 'statement' && b.kind === 'statement' && earlier.at < later.at
      if (!isPair || earlier.review === later.review) return []
      return [
        {
          earlierId: earlier.id,
          laterId: later.id,
          unitId: a.unitId,
          verdict: 'confirmed' as const,
          likeness: likeness(earlier.text, later.text).likeness,
          decidedBy: ctx.actor.name,
          decidedAt: ctx.clock.now(),
        },
      ]
    }),
  )
  return pairs.sort((a, b) => b.likeness - a.likeness).slice(0, 1)
}

async function write(ctx: Context, tx: Tx, verdicts: readonly Verdict[]): Promise<void> {
  for (const verdict of verdicts) {
    await upsertVerdict(tx, ctx.tenantId, {
      ...verdict,
      decidedBy: ctx.actor.name,
      decidedAt: ctx.clock.now(),
    })
    await journal(tx, ctx, {
      action: `reviews.recurrence-${verdict.verdict}`,
      subject: { type: 'statement', id: verdict.laterId },
      detail: { earlierId: verdict.earlierId, unitId: verdict.unitId },
    })
  }
}
