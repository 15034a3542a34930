import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { presentLeague, requireLeague } from '../../queries/leagues/leagues.ts'
import type { ChangeLeague, DefineLeague, League } from '../../schema/composite.ts'
import { insertLeague, listLeagues, updateLeague } from '../../store/leagues.ts'
import { openValues } from '../../values/open-values.ts'
import { requireSoundLeague } from './require-sound-league.ts'

/**
 * Defines a composite league under a key of its own; a preset is copied into it and changes no more with the product.
 * @throws `indicators.league-key-taken`, and those of `requireSoundLeague`
 */
export async function defineLeague(ctx: Context, { key, name, definition }: DefineLeague): Promise<League> {
  authorize(ctx, 'indicators.define')
  return ctx.transaction(async (tx) => {
    requireSoundLeague(await openValues(ctx, tx), definition, { key, leagues: await listLeagues(tx) })
    const at = ctx.clock.now()
    const id = newId(at.getTime())
    const isInserted = await insertLeague(tx, {
      tenant_id: ctx.tenantId,
      id,
      key,
      name,
      kind: 'composite',
      definition: JSON.stringify(definition),
      version: 1,
      changed_at: at,
      changed_by: ctx.actor.name,
    })
    if (!isInserted) throw conflict('indicators.league-key-taken', { key })
    await journal(tx, ctx, {
      action: 'indicators.league-defined',
      subject: { type: 'league', id },
      detail: { key, name, definition },
    })
    return presentLeague(await requireLeague(tx, key))
  })
}

/**
 * Changes a league of which the current version was read. What was frozen stays as it was.
 * @throws `indicators.no-such-league`, `indicators.league-changed`, and those of `requireSoundLeague`
 */
export async function changeLeague(ctx: Context, key: string, input: ChangeLeague): Promise<League> {
  authorize(ctx, 'indicators.define')
  const { name, definition, version } = input
  return ctx.transaction(async (tx) => {
    const former = await requireLeague(tx, key)
    requireSoundLeague(await openValues(ctx, tx), definition, { key, leagues: await listLeagues(tx) })
    const change = { name, definition: JSON.stringify(definition) }
    const by = { changed_at: ctx.clock.now(), changed_by: ctx.actor.name }
    if (!(await updateLeague(tx, { key, version }, { ...change, ...by })))
      throw conflict('indicators.league-changed', { league: former.name, version: former.version })
    await journal(tx, ctx, {
      action: 'indicators.league-changed',
      subject: { type: 'league', id: former.id },
      detail: {
        key,
        version: version + 1,
        before: { name: former.name, definition: former.definition },
        after: { name, definition },
      },
    })
    return presentLeague(await requireLeague(tx, key))
  })
}
