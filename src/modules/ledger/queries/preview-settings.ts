import type { Context, Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { findRules, loadClockFacts } from '../clock-facts.ts'
import { hasTurned, turnsInForce } from '../commands/settings/change-clock.ts'
import { planCalendar } from '../commands/settings/save-calendar.ts'
import { faultsOf } from '../commands/settings/save-light-rules.ts'
import { lightByTurns } from '../rules/item-clock.ts'
import type { LightRuleSet } from '../rules/lights/rule-set.ts'
import type { Light, LightEffect, PreviewLights } from '../schema.ts'
import { eachRunningBatch } from '../store/running-items.ts'

/**
 * How many running items would show another light today if these rules, these local days were in force. Writes nothing.
 * @throws `ledger.no-such-light-rules`, `ledger.calendar-year-needed`, and what saving the calendar throws
 */
export async function previewLights(ctx: Context, asked: PreviewLights): Promise<LightEffect> {
  authorize(ctx, 'ledger.configure')
  return ctx.transaction(async (tx) => {
    const facts = await loadClockFacts(ctx, tx)
    const rules = (await rulesAsked(tx, asked)) ?? facts.rules
    const effect = { asOf: facts.today, running: 0, changed: 0, turned: 0 }
    const faults = asked.ruleSet ? faultsOf(ctx, asked.ruleSet) : []
    if (faults.length > 0) return { ...effect, faults, moves: [] }
    const calendar = asked.calendar ? (await planCalendar(tx, asked.calendar)).calendar : facts.calendar
    const moves = new Map<string, { from: Light; to: Light; count: number }>()
    for await (const batch of eachRunningBatch(tx)) {
      for (const item of batch) {
        const turns = turnsInForce(item, { rules, calendar })
        effect.running += 1
        if (!hasTurned(item, turns)) continue
        effect.turned += 1
        const from = lightByTurns(item, facts.today)
        const to = lightByTurns({ ...item, ...turns }, facts.today)
        if (from === to) continue
        effect.changed += 1
        const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 }
        moves.set(`${from} ${to}`, { ...move, count: move.count + 1 })
      }
    }
    return { ...effect, faults, moves: [...moves.values()].toSorted((a, b) => b.count - a.count) }
  })
}

async function rulesAsked(tx: Tx, { ruleSet, key }: PreviewLights): Promise<LightRuleSet | undefined> {
  if (ruleSet || key === undefined) return ruleSet
  const found = await findRules(tx, key)
  if (!found) throw notFound('ledger.no-such-light-rules', { key })
  return found
}
