import type { Context, Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { modulesOf } from '../../platform/database/index.ts'

/** Asks the register. @throws `identity.unit-unknown` */
export async function checkUnit(ctx: Context, tx: Tx, unitId: string | null): Promise<void> {
  const unitSubtree = modulesOf(ctx).find((module) => module.unitSubtree)?.unitSubtree
  if (unitId === null || !unitSubtree) return
  if (!(await unitSubtree(tx, unitId)).includes(unitId)) throw invalid('identity.unit-unknown')
}
