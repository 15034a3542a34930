import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import type { Indicator, IndicatorPage, ListIndicators } from '../schema.ts'
import { readHead } from '../store/head.ts'
import { presentOn } from './present-indicator.ts'

/** Indicators as they are defined today, by code. */
export function listIndicators(
  ctx: Context,
  { q, tag, frequency, page, pageSize }: ListIndicators,
): Promise<IndicatorPage> {
  authorize(ctx, 'indicators.read')
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const today = ctx.clock.today()
  const matches = (indicator: Indicator) => {
    if (tag !== undefined && !indicator.tags.includes(tag)) return false
    if (frequency !== undefined && indicator.frequency !== frequency) return false
    const { code, name, nameEn, tags } = indicator
    const text = [code, name, nameEn, ...tags].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return ctx.transaction(async (tx) => {
    const { byCode } = await loadDefinitions(ctx, tx, await readHead(tx))
    const found = [...byCode.values()].map((defined) => presentOn(defined, today)).filter(matches)
    const indicators = found.slice((page - 1) * pageSize, page * pageSize)
    return { indicators, total: found.length, page, pageSize }
  })
}
