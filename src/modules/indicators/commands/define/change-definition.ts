import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { definitionOn } from '../../definitions/defined.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { presentIndicator } from '../../queries/present-indicator.ts'
import { changedDefinition } from '../../rules/definition/changed-definition.ts'
import type { ChangeDefinition, IndicatorDetail } from '../../schema.ts'
import { lockHead, moveHead, readHead } from '../../store/head.ts'
import { insertVersion, lastVersion } from '../../store/indicators.ts'
import { brokenFormulas, requireKnown } from './broken-formulas.ts'
import { requireSound } from './require-sound.ts'

/**
 * Changes a definition from a day on, as a new version; nothing is overwritten. What is counted otherwise breaks the series
 * on that day, for every screen to show.
 * @throws `indicators.no-such-indicator`, `indicators.definition-changed`, `indicators.nothing-changed`,
 * `indicators.formulas-broken` unless each of them is named as known, and those of `requireSound`
 */
export async function changeDefinition(
  ctx: Context,
  code: string,
  input: ChangeDefinition,
): Promise<IndicatorDetail> {
  authorize(ctx, 'indicators.define')
  return ctx.transaction(async (tx) => {
    const head = await lockHead(tx, ctx.tenantId)
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const defined = requireDefined(definitions, code)
    const last = await lastVersion(tx, defined.number)
    if (input.version !== last) throw conflict('indicators.definition-changed', { code, version: last })
    const former = definitionOn(defined, input.validFrom)
    const change = changedDefinition(former, input)
    if (!change) throw conflict('indicators.nothing-changed', { code })
    await requireSound(ctx, tx, {
      code,
      definition: change.definition,
      definitions,
      validFrom: input.validFrom,
    })
    const version = {
      ...change.definition,
      version: last + 1,
      validFrom: input.validFrom,
      breaksSeries: change.breaksSeries,
      note: input.note,
      createdAt: ctx.clock.now().toISOString(),
      createdBy: ctx.actor.name,
    }
    const versions = [...defined.versions.filter(({ validFrom }) => validFrom !== input.validFrom), version]
    versions.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const broken = brokenFormulas(definitions, { ...defined, versions }, input.validFrom)
    requireKnown(code, broken, input.breaking)
    await insertVersion(tx, { tenantId: ctx.tenantId, indicator: defined.number }, version)
    await moveHead(tx, { definitions: head.definitions + 1 })
    await journal(tx, ctx, {
      action: 'indicators.definition-changed',
      subject: { type: 'indicator', id: defined.id },
      detail: {
        code,
        version: version.version,
        validFrom: version.validFrom,
        breaksSeries: version.breaksSeries,
        note: version.note,
        changes: change.changes,
        ...(broken.length > 0 && { brokenFormulas: broken }),
      },
    })
    return presentIndicator({ ...defined, versions }, ctx.clock.today())
  })
}
