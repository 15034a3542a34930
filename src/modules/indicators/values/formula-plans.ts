import type { Day } from '../../../kernel/day.ts'
import { type Defined, type Definitions, definitionOn } from '../definitions/defined.ts'
import { type FormulaCatalogue, makeFormulaCatalogue } from '../rules/formula/catalogue.ts'
import { checkFormula } from '../rules/formula/check-formula.ts'
import { parseFormula } from '../rules/formula/parse-formula.ts'
import type { Plan } from '../rules/formula/plan.ts'
import type { DefinitionVersion } from '../schema.ts'

/** What a tenant's formulas mean on a day; made once for all days between two changes of any definition. */
interface Epoch {
  readonly catalogue: FormulaCatalogue
  /** By code; null for a formula that cannot be computed. */
  readonly plans: Map<string, Plan | null>
}

interface Epochs {
  /** The days from which some definition changes, ascending. */
  readonly days: readonly Day[]
  readonly made: Map<Day, Epoch>
}

const kept = new WeakMap<Definitions, Epochs>()

/** How an indicator is computed on a day; undefined for one whose values are published. Null: its formula is not sound. */
export function planOn(definitions: Definitions, defined: Defined, day: Day): Plan | null | undefined {
  const definition = definitionOn(defined, day)
  if (definition.formula === null) return undefined
  const { catalogue, plans } = epochOf(definitions, day)
  const found = plans.get(defined.code)
  if (found !== undefined) return found
  const plan = makePlan({ ...definition, code: defined.code, formula: definition.formula }, catalogue)
  plans.set(defined.code, plan)
  return plan
}

/** The indicators by which a formula that begins to hold on a day is checked. */
export function catalogueOn(definitions: Definitions, day: Day): FormulaCatalogue {
  return epochOf(definitions, day).catalogue
}

type Formula = Pick<DefinitionVersion, 'measure' | 'frequency'> & {
  readonly code: string
  readonly formula: string
}

function makePlan({ formula, ...result }: Formula, catalogue: FormulaCatalogue): Plan | null {
  const parsed = parseFormula(formula)
  if (parsed.kind === 'refused') return null
  const checked = checkFormula(parsed.syntax, catalogue, result)
  return checked.kind === 'formula' ? checked.plan : null
}

function epochOf(definitions: Definitions, day: Day): Epoch {
  const epochs = kept.get(definitions) ?? { days: changeDays(definitions), made: new Map() }
  kept.set(definitions, epochs)
  const begin = epochs.days.findLast((each) => each <= day) ?? ''
  const found = epochs.made.get(begin)
  if (found) return found
  const all = [...definitions.byCode.values()]
  const catalogue = makeFormulaCatalogue(
    all.map((defined) => ({ ...definitionOn(defined, day), code: defined.code, number: defined.number })),
  )
  const epoch: Epoch = { catalogue, plans: new Map() }
  epochs.made.set(begin, epoch)
  return epoch
}

function changeDays({ byCode }: Definitions): Day[] {
  const days = new Set(
    [...byCode.values()].flatMap(({ versions }) => versions.slice(1).map(({ validFrom }) => validFrom)),
  )
  return [...days].sort()
}
