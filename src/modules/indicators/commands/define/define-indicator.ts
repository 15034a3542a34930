import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { presentIndicator } from '../../queries/present-indicator.ts'
import type { DefineIndicator, IndicatorDetail } from '../../schema.ts'
import { lockHead, moveHead, readHead } from '../../store/head.ts'
import { insertIndicator, insertVersion, nextIndicatorNumber } from '../../store/indicators.ts'
import { brokenFormulas, isNameTaken, requireKnown } from './broken-formulas.ts'
import { requireSound } from './require-sound.ts'

/**
 * Defines an indicator under a code of its own.
 * @throws `indicators.code-taken`, `indicators.formulas-broken` unless each of them is named as known, and those of `requireSound`
 */
export async function defineIndicator(ctx: Context, input: DefineIndicator): Promise<IndicatorDetail> {
  authorize(ctx, 'indicators.define')
  const { code, breaking, ...given } = input
  return ctx.transaction(async (tx) => {
    const head = await lockHead(tx, ctx.tenantId)
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    if (definitions.byCode.has(code)) throw conflict('indicators.code-taken', { code })
    await requireSound(ctx, tx, { code, definition: given, definitions, validFrom: given.validFrom })
    const at = ctx.clock.now()
    const by = ctx.actor.name
    const number = await nextIndicatorNumber(tx)
    const id = newId(at.getTime())
    await insertIndicator(tx, { tenantId: ctx.tenantId, number, id, code, at, by })
    const version = { ...given, version: 1, breaksSeries: false, createdAt: at.toISOString(), createdBy: by }
    const defined = { number, id, code, retiredOn: null, versions: [version] }
    const broken = isNameTaken(definitions, given)
      ? brokenFormulas(definitions, defined, given.validFrom)
      : []
    requireKnown(code, broken, breaking)
    await insertVersion(tx, { tenantId: ctx.tenantId, indicator: number }, version)
    await moveHead(tx, { definitions: head.definitions + 1 })
    await journal(tx, ctx, {
      action: 'indicators.defined',
      subject: { type: 'indicator', id },
      detail: { code, number, ...given, ...(broken.length > 0 && { brokenFormulas: broken }) },
    })
    return presentIndicator(defined, ctx.clock.today())
  })
}
