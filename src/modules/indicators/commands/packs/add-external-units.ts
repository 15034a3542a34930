import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import type { ExternalUnit } from '../../schema.ts'
import { lockHead, moveHead, readHead } from '../../store/head.ts'
import { insertMeasuredUnits } from '../../store/measured-units.ts'

/** Adds units outside the register that are not there yet, and says how many. */
export async function addExternalUnits(ctx: Context, units: readonly ExternalUnit[]): Promise<number> {
  authorize(ctx, 'indicators.define')
  if (units.length === 0) return 0
  return ctx.transaction(async (tx) => {
    await lockHead(tx, ctx.tenantId)
    const { byKey, all } = await measuredUnits(ctx, tx, await readHead(tx))
    const added = units.filter(({ key }) => !byKey.has(key))
    if (added.length === 0) return 0
    const last = Math.max(0, ...all.map(({ number }) => number))
    const numbered = added.map((unit, at) => ({ ...unit, number: last + 1 + at, unitId: null }))
    await insertMeasuredUnits(tx, ctx.tenantId, numbered)
    await moveHead(tx, { definitions: (await lockHead(tx, ctx.tenantId)).definitions + 1 })
    await journal(tx, ctx, {
      action: 'indicators.external-units-added',
      subject: { type: 'measured-unit', id: String(last + 1) },
      detail: { units: numbered.map(({ number, key, name, cohort }) => ({ number, key, name, cohort })) },
    })
    return added.length
  })
}
