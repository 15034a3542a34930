import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { hashContent } from '../../hash-content.ts'
import { computeComposite } from '../../queries/leagues/composite-table.ts'
import { requireLeague } from '../../queries/leagues/leagues.ts'
import { presentPublication } from '../../queries/publications.ts'
import { periodNumberOf } from '../../read-period.ts'
import { canonicalJson } from '../../rules/values/canonical-json.ts'
import type { FreezeLeague } from '../../schema/composite.ts'
import type { Publication } from '../../schema.ts'
import { lockHead, moveHead } from '../../store/head.ts'
import { insertPublication } from '../../store/publications.ts'

/**
 * Freezes the table of a composite league as the next publication, with the definition and all parts that it was computed by.
 * @throws `indicators.nothing-to-freeze`, and those of `compositeTable`
 */
export async function freezeLeague(
  ctx: Context,
  key: string,
  { title, ...input }: FreezeLeague,
): Promise<Publication> {
  authorize(ctx, 'indicators.freeze')
  return ctx.transaction(async (tx) => {
    const head = await lockHead(tx, ctx.tenantId)
    const league = await requireLeague(tx, key)
    const asOf = Math.min(input.asOf ?? head.vintage, head.vintage)
    const question = { ...input, asOf }
    const composite = await computeComposite(ctx, tx, { league, input: question })
    if (composite.rows.length === 0 || asOf === 0)
      throw conflict('indicators.nothing-to-freeze', { code: key, period: input.period })
    const content = canonicalJson({ question: { ...question, league: key }, composite })
    const publication = {
      number: head.publication + 1,
      indicator: null,
      leagueId: league.id,
      cohort: composite.cohort.key,
      period: periodNumberOf(composite.period),
      vintage: asOf,
      asOfDay: ctx.clock.today(),
      title,
      contentHash: hashContent(content),
      frozenAt: ctx.clock.now(),
      frozenBy: ctx.actor.name,
    }
    const by = { tenantId: ctx.tenantId, freezerId: ctx.actor.userId }
    await insertPublication(tx, by, { ...publication, content })
    await moveHead(tx, { publication: publication.number })
    await journal(tx, ctx, {
      action: 'indicators.table-frozen',
      subject: { type: 'publication', id: String(publication.number) },
      detail: {
        number: publication.number,
        title,
        league: key,
        cohort: publication.cohort,
        period: composite.period,
        vintage: asOf,
        contentHash: publication.contentHash,
      },
    })
    return presentPublication(ctx, tx, { ...publication, content: JSON.parse(content) })
  })
}
