import type { Context } from '../../../../kernel/context.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { writeSdmxCsv } from '../../rules/sdmx/write-sdmx-csv.ts'
import { SdmxJsonWriter } from '../../rules/sdmx/write-sdmx-json.ts'
import type { SdmxFormat } from '../../schema.ts'
import type { SdmxPlan } from './plan-sdmx.ts'
import { sdmxObservations } from './sdmx-observations.ts'

/** The message of a plan in pieces, as it is sent. */
export function writeSdmx(ctx: Context, plan: SdmxPlan, format: SdmxFormat): AsyncGenerator<string> {
  return format === 'csv' ? csvOf(ctx, plan) : jsonOf(ctx, plan)
}

async function* csvOf(ctx: Context, plan: SdmxPlan): AsyncGenerator<string> {
  yield [...writeSdmxCsv([], plan.names)].join('')
  for await (const observations of sdmxObservations(ctx, plan))
    yield [...writeSdmxCsv(observations, plan.names, { hasHeading: false })].join('')
}

async function* jsonOf(ctx: Context, plan: SdmxPlan): AsyncGenerator<string> {
  const { asOf, parts, units, names, city } = plan
  const codes = {
    indicators: parts.map(({ code }) => code),
    units,
    periods: [...new Set(parts.flatMap(({ periods }) => periods.map(writePeriod)))],
  }
  const about = { id: `data-${asOf}`, prepared: ctx.clock.now().toISOString(), sender: city }
  const writer = new SdmxJsonWriter(codes, names, about)
  yield writer.head
  for await (const observations of sdmxObservations(ctx, plan)) yield writer.series(observations)
  yield writer.tail
}
