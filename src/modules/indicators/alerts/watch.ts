import { z } from 'zod'
import type { Context, Tx } from '../../../kernel/context.ts'
import type { JobHandler } from '../../../platform/module.ts'
import type { Defined, Definitions } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { indicatorsOfVintage } from '../store/alerts.ts'
import { readHead } from '../store/head.ts'
import { cellsOf } from '../values/formula-periods.ts'
import { planOn } from '../values/formula-plans.ts'
import { openValues } from '../values/open-values.ts'
import { alertRules, type KnownRule } from './alert-rules.ts'
import { findGaps } from './find-gaps.ts'
import { findInValues, wantedForValues } from './find-in-values.ts'
import { findSilent } from './find-silent.ts'
import { raiseAlerts } from './raise-alerts.ts'
import { type Found, looksAt, watchingOf } from './watching.ts'

/** With a vintage after its publication; without one once a day. */
const Occasion = z.object({ vintage: z.int().positive().optional() })

/** So many indicators are looked at in one transaction, so that memory and locks stay small. */
const BATCH = 20

/**
 * Job `indicators.watch`: looks at what a publication brought, or, once a day, at what has not been reported, and raises
 * alerts. Cut off anywhere and run again it raises nothing twice: a batch is one transaction, and a cause is unique.
 */
export const watchIndicators: JobHandler = async (ctx, payload, { signal }) => {
  const { vintage } = Occasion.parse(payload)
  const numbers = await ctx.transaction((tx) => watchedNumbers(ctx, tx, vintage))
  for (let from = 0; from < numbers.length; from += BATCH) {
    signal.throwIfAborted()
    const batch = numbers.slice(from, from + BATCH)
    await ctx.transaction((tx) => watchBatch(ctx, tx, { batch, isDaily: vintage === undefined }))
  }
}

/** Which indicators some rule looks at: all, or those of a vintage with what is computed from them. */
async function watchedNumbers(ctx: Context, tx: Tx, vintage: number | undefined): Promise<number[]> {
  const rules = await alertRules(tx)
  const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
  const changed = vintage === undefined ? undefined : new Set(await indicatorsOfVintage(tx, vintage))
  return [...definitions.byNumber.values()]
    .filter((defined) => !changed || isTouched(ctx, { definitions, defined, changed }))
    .filter((defined) => rules.some((rule) => looksAt(rule, defined)))
    .map(({ number }) => number)
}

function isTouched(
  ctx: Context,
  { definitions, defined, changed }: { definitions: Definitions; defined: Defined; changed: Set<number> },
): boolean {
  if (changed.has(defined.number)) return true
  const plan = planOn(definitions, defined, ctx.clock.today())
  return plan ? cellsOf(plan).some((number) => changed.has(number)) : false
}

async function watchBatch(
  ctx: Context,
  tx: Tx,
  { batch, isDaily }: { batch: readonly number[]; isDaily: boolean },
): Promise<void> {
  const rules = await alertRules(tx)
  const values = await openValues(ctx, tx)
  const all = batch.flatMap((number) => values.definitions.byNumber.get(number) ?? [])
  const published = await values.periods(all)
  const watched = all.flatMap((defined) => watchingOf(values, defined, published.get(defined)!) ?? [])
  if (!isDaily) await values.load(watched.flatMap(wantedForValues))
  const found: Found[] = []
  for (const watching of watched) {
    const own: KnownRule[] = rules.filter((rule) => looksAt(rule, watching.defined))
    if (isDaily) {
      found.push(...(await findSilent(tx, { watching, rules: own, today: ctx.clock.today() })))
      continue
    }
    for (const rule of own) found.push(...findInValues(watching, rule))
    found.push(...(await findGaps(ctx, tx, { watching, rules: own })))
  }
  await raiseAlerts(ctx, tx, { found, values })
}
