import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { wordOf } from '../../sentences.ts'
import { findAlert, type StoredAlert } from '../../store/alerts.ts'

/**
 * An alert that nobody has settled, locked for who read this version of it.
 * @throws `indicators.no-such-alert`, `indicators.alert-settled`, `indicators.alert-changed`
 */
export async function lockOpenAlert(
  ctx: Context,
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<StoredAlert> {
  const stored = await findAlert(tx, id, { forUpdate: true })
  if (!stored) throw notFound('indicators.no-such-alert', { id })
  const { state } = stored
  if (state !== 'open')
    throw conflict('indicators.alert-settled', {
      state,
      stateWord: wordOf(ctx.locale, 'alert-state', state),
    })
  if (stored.version !== version) throw conflict('indicators.alert-changed', { version: stored.version })
  return stored
}
