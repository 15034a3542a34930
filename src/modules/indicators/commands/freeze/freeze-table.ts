import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { hashContent } from '../../hash-content.ts'
import { computeTable } from '../../queries/league/league-table.ts'
import { presentPublication } from '../../queries/publications.ts'
import { periodNumberOf } from '../../read-period.ts'
import { canonicalJson } from '../../rules/values/canonical-json.ts'
import type { FreezeTable, Publication } from '../../schema.ts'
import { lockHead, moveHead } from '../../store/head.ts'
import { insertPublication, type StoredPublication } from '../../store/publications.ts'
import { openValues } from '../../values/open-values.ts'

/**
 * Freezes a league table as the next publication: what is printed stays as it was printed, whatever is revised later. Its
 * content holds the question, too, so that it can be asked again.
 * @throws `indicators.nothing-to-freeze`, and those of `leagueTable`
 */
export async function freezeTable(ctx: Context, { title, ...asked }: FreezeTable): Promise<Publication> {
  authorize(ctx, 'indicators.freeze')
  return ctx.transaction(async (tx) => {
    const head = await lockHead(tx, ctx.tenantId)
    const { indicator: code, ...question } = asked
    const asOf = Math.min(question.asOf ?? head.vintage, head.vintage)
    const table = await computeTable(ctx, tx, { ...question, asOf, code })
    if (table.rows.length === 0)
      throw conflict('indicators.nothing-to-freeze', { code, period: table.period })
    const content = canonicalJson({ question: { ...question, cohort: table.cohort.key, asOf, code }, table })
    const values = await openValues(ctx, tx, asOf)
    const publication: Omit<StoredPublication, 'content'> = {
      number: head.publication + 1,
      indicator: values.definitions.byCode.get(code)!.number,
      leagueId: null,
      cohort: table.cohort.key,
      period: periodNumberOf(table.period),
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
        indicator: code,
        cohort: publication.cohort,
        period: table.period,
        vintage: asOf,
        contentHash: publication.contentHash,
      },
    })
    return presentPublication(ctx, tx, { ...publication, content: JSON.parse(content) })
  })
}
