import type { Context } from '../../../kernel/context.ts'
import { quarterOf } from '../../../kernel/period.ts'
import { isAllowed } from '../../../kernel/permissions.ts'
import { countItems } from '../../ledger/index.ts'
import { readingState } from '../../reports/index.ts'
import { elapsed } from '../rules/elapsed.ts'
import { whatWaits } from '../rules/what-waits.ts'
import type { Home } from '../schema.ts'
import { listRecurrences } from './recurrences.ts'
import { unitsInScope } from './units-in-scope.ts'

/** Where the cycle stands today for who asks: items and recurrences of the own units only where the role says so. */
export async function getHome(ctx: Context): Promise<Home> {
  const asOf = ctx.clock.today()
  const may = (permission: string) => isAllowed(ctx.actor.grants, permission)
  return ctx.transaction(async (tx) => {
    const reading = may('reports.read') ? await readingState(ctx, tx) : undefined
    const items = may('ledger.read') ? await countItems(ctx, tx, { asOf }) : NO_ITEMS
    // They are found in what reports say: a role of the city may read reviews without reports.
    const mayCompare = may('reviews.read') && may('reports.read')
    const recurrences = mayCompare ? await listRecurrences(ctx, tx, unitsInScope(ctx)) : []
    const withVerdict = (verdict: string) => recurrences.filter((one) => one.verdict === verdict).length
    const { proposed = 0, accepted = 0, rejected = 0 } = reading?.statements ?? {}
    const suggested = withVerdict('suggested')
    const open = reading?.open ?? []
    const standing = {
      proposed,
      onlyOpenReportId: open.length === 1 ? open[0]!.id : null,
      suggested,
      ...items,
    }
    return {
      asOf,
      quarter: quarterOf(asOf),
      elapsed: elapsed(asOf),
      reports: {
        total: reading?.total ?? 0,
        withOpenStatements: open.length,
        latest: reading?.latest
          ? { id: reading.latest.id, title: reading.latest.title, period: reading.latest.period }
          : null,
      },
      statements: { proposed, accepted, rejected },
      items,
      recurrences: { suggested, confirmed: withVerdict('confirmed') },
      waiting: whatWaits(standing, {
        accept: may('reports.accept'),
        correct: may('ledger.correct'),
        decide: may('reviews.decide'),
      }),
    }
  })
}

const NO_ITEMS = { total: 0, overdue: 0, dueSoon: 0, withoutLead: 0, withoutDeadline: 0 }
