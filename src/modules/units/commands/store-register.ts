import type { Context } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { isEmptyPlan, planRegisterLoad } from '../rules/plan-register-load.ts'
import { requireSoundRegister } from '../rules/require-sound-register.ts'
import type { Register } from '../schema.ts'
import { findRegister } from '../store/load-register.ts'
import { lockRegister, saveRegister } from '../store/save-register.ts'

export interface StoredCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/**
 * Makes a pack's register the tenant's own, and may be repeated: units keep their ids, and a load that changes
 * nothing writes nothing. What an entry said before stands in the one journal entry of the load.
 * @throws the codes of `registerErrors`; `units.left-out` when a stored unit or cohort is missing from it.
 */
export async function storeRegister(ctx: Context, register: Register): Promise<StoredCounts> {
  authorize(ctx, 'units.load')
  requireSoundRegister(register, 'register')
  return ctx.transaction(async (tx) => {
    await lockRegister(tx, ctx.tenantId)
    const stored = await findRegister(tx)
    const plan = planRegisterLoad(stored?.register ?? null, register)
    if (plan.leftOut.length > 0) throw conflict('units.left-out', { keys: plan.leftOut.join('、') })
    const added = plan.units.filter(({ before }) => before === null).length
    const changed = plan.units.length - added
    const counts = { added, changed, unchanged: register.units.length - plan.units.length }
    if (isEmptyPlan(plan)) return counts
    await saveRegister(tx, { tenantId: ctx.tenantId, register, plan, ids: stored?.ids ?? new Map() })
    const changes = [...plan.units, ...plan.cohorts].filter(({ before }) => before !== null)
    await journal(tx, ctx, {
      action: 'units.register-loaded',
      subject: { type: 'register', id: register.city.key },
      detail: { ...counts, cohorts: plan.cohorts.length, changes },
    })
    return counts
  })
}
