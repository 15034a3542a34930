import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { simplifiedScript } from '../../../kernel/simplified-script.ts'
import type { Defined } from '../definitions/defined.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import type { Indicator, IndicatorLine, IndicatorPage, ListIndicators } from '../schema.ts'
import { openValues, type Values } from '../values/open-values.ts'
import { presentOn } from './present-indicator.ts'

/** Indicators as they are defined today, by code, with the newest period and vintage of each. */
export function listIndicators(
  ctx: Context,
  { q, tag, frequency, page, pageSize }: ListIndicators,
): Promise<IndicatorPage> {
  authorize(ctx, 'indicators.read')
  const words = searched(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const today = ctx.clock.today()
  const matches = (indicator: Indicator) => {
    if (tag !== undefined && !indicator.tags.includes(tag)) return false
    if (frequency !== undefined && indicator.frequency !== frequency) return false
    if (words.length === 0) return true
    const { code, name, nameEn, aliases, tags } = indicator
    const text = searched([code, name, nameEn, ...aliases, ...tags].join('\n'))
    return words.every((word) => text.includes(word))
  }
  return ctx.transaction(async (tx) => {
    const values = await openValues(ctx, tx)
    const all = [...values.definitions.byCode.values()].map((defined) => ({
      defined,
      indicator: presentOn(defined, today),
    }))
    const found = all.filter(({ indicator }) => matches(indicator))
    const shown = found.slice((page - 1) * pageSize, page * pageSize)
    const latest = await latestOf(
      values,
      shown.map(({ defined }) => defined),
    )
    return {
      indicators: shown.map(({ defined, indicator }) => ({
        ...indicator,
        latest: latest.get(defined) ?? null,
      })),
      tags: [...new Set(all.flatMap(({ indicator }) => indicator.tags))].sort(),
      total: found.length,
      page,
      pageSize,
    }
  })
}

/** One width, no case, simplified script. */
const searched = (text: string) => simplifiedScript(text.normalize('NFKC')).toLowerCase()

/** The newest period of each, and the vintage that said so last. */
async function latestOf(
  values: Values,
  all: readonly Defined[],
): Promise<ReadonlyMap<Defined, IndicatorLine['latest']>> {
  const newest = [...(await values.periods(all))].flatMap(([defined, periods]) => {
    const period = periods.at(-1)
    return period ? [{ defined, period }] : []
  })
  await values.load(newest)
  return new Map(
    newest.map(({ defined, period }) => [
      defined,
      { period: writePeriod(period), vintage: values.at(defined, period)?.vintage ?? 0 },
    ]),
  )
}
