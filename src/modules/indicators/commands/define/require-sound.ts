import type { Context, Locale, Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { loadUnits } from '../../../units/index.ts'
import type { Definitions } from '../../definitions/defined.ts'
import { formulaWords } from '../../formula-words.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import { checkFormula } from '../../rules/formula/check-formula.ts'
import { parseFormula } from '../../rules/formula/parse-formula.ts'
import { parseValue } from '../../rules/values/parse-value.ts'
import type { Definition } from '../../schema.ts'
import { readHead } from '../../store/head.ts'
import { catalogueOn } from '../../values/formula-plans.ts'

interface Sound {
  readonly code: string
  readonly definition: Definition
  readonly definitions: Definitions
  /** The day from which it is to hold. */
  readonly validFrom: Day
}

/**
 * @throws `indicators.near-without-value`, `indicators.bad-value`, `indicators.no-such-unit`, `indicators.unknown-base`,
 * `indicators.no-such-cohort`, * `indicators.unknown-excluded-unit`, `indicators.formula-…` for the first problem of the formula, with its place
 */
export async function requireSound(
  ctx: Context,
  tx: Tx,
  { code, definition, definitions, validFrom }: Sound,
): Promise<void> {
  const { direction, nearValue, comparability, sourceUnitId, seasonal } = definition
  if ((direction === 'near') !== (nearValue !== null))
    throw invalid('indicators.near-without-value', { code })
  const decimals = [
    nearValue,
    comparability.minimumBase?.value,
    ...(seasonal?.kind === 'shares' ? seasonal.shares : []),
  ]
  for (const value of decimals) {
    const parsed = value == null ? undefined : parseValue(value)
    if (parsed?.kind === 'refused') throw invalid('indicators.bad-value', { value, reason: parsed.reason })
  }
  if (sourceUnitId !== null && !(await loadUnits(tx)).some(({ id }) => id === sourceUnitId))
    throw invalid('indicators.no-such-unit', { unit: sourceUnitId })
  const { cohort } = definition
  if (cohort !== null && !(await measuredUnits(ctx, tx, await readHead(tx))).findCohort(cohort))
    throw invalid('indicators.no-such-cohort', { cohort })
  requireFormula(ctx.locale, { code, definition, definitions, validFrom })
  const base = comparability.minimumBase?.indicator
  if (base !== undefined && base !== code && !definitions.byCode.has(base))
    throw invalid('indicators.unknown-base', { code: base })
  if (comparability.exclusions.length === 0) return
  const { byKey } = await measuredUnits(ctx, tx, await readHead(tx))
  for (const { unit } of comparability.exclusions)
    if (!byKey.has(unit)) throw invalid('indicators.unknown-excluded-unit', { unit })
}

/** A formula that leads back to itself, or adds what cannot be added, is told where. */
function requireFormula(locale: Locale, { code, definition, definitions, validFrom }: Sound): void {
  const { formula, measure, frequency } = definition
  if (formula === null) return
  const parsed = parseFormula(formula)
  const catalogue = catalogueOn(definitions, validFrom)
  const checked =
    parsed.kind === 'refused' ? parsed : checkFormula(parsed.syntax, catalogue, { code, measure, frequency })
  if (checked.kind !== 'refused') return
  const [problem] = checked.problems
  throw invalid(problem!.code, { ...formulaWords(locale, problem!), at: problem!.at, to: problem!.to })
}
