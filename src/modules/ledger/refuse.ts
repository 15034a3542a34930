import type { Context, Tx } from '../../kernel/context.ts'
import { CodedError, conflict } from '../../kernel/errors.ts'
import { loadUnits } from '../units/index.ts'
import { fillOf, sentenceOf, withWords } from './sentences.ts'

/**
 * Throws what stands against a step, if anything does: one obstacle as it is, several as one refusal that lists them
 * with a sentence each.
 * @throws the refusal, or `ledger.several-obstacles` with `obstacles: [{ code, sentence, details }]`
 */
export async function refuse(
  ctx: Context,
  tx: Tx,
  { number, refusals }: { number: string; refusals: readonly CodedError[] },
): Promise<void> {
  if (refusals.length === 0) return
  const named = await withUnitNames(ctx, tx, refusals)
  if (named.length === 1) throw withWords(named[0]!, ctx.locale)
  const obstacles = named.map((error) => ({
    code: error.code,
    sentence: sentenceOf(error, ctx.locale),
    details: error.details,
  }))
  const sentences = obstacles
    .map(({ sentence }, at) => fillOf(ctx.locale, 'ledger.obstacle', { at: at + 1, sentence }))
    .join(ctx.locale === 'en' ? '. ' : '；')
  throw conflict('ledger.several-obstacles', { number, count: obstacles.length, obstacles, sentences })
}

/** Errors that name units by id, with their names in `units`. */
export async function withUnitNames(
  ctx: Context,
  tx: Tx,
  errors: readonly CodedError[],
): Promise<CodedError[]> {
  if (!errors.some(({ details }) => 'unitIds' in details)) return [...errors]
  const inEnglish = ctx.locale === 'en'
  const units = await loadUnits(tx)
  const names = new Map(units.map(({ id, name, nameEn }) => [id, (inEnglish && nameEn) || name]))
  return errors.map(({ kind, code, details }) => {
    if (!Array.isArray(details.unitIds)) return new CodedError(kind, code, details)
    return new CodedError(kind, code, { ...details, units: details.unitIds.map((id) => names.get(id) ?? id) })
  })
}
