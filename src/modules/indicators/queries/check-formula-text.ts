import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { formulaWords } from '../formula-words.ts'
import { checkFormula } from '../rules/formula/check-formula.ts'
import { parseFormula } from '../rules/formula/parse-formula.ts'
import type { FormulaProblem } from '../rules/formula/problem.ts'
import type { CheckFormula, FormulaNote, FormulaOutcome } from '../schema/formula-check.ts'
import { sentenceOf } from '../sentences.ts'
import { readHead } from '../store/head.ts'
import { catalogueOn } from '../values/formula-plans.ts'

/** What a formula would come to, or everything that is wrong with it; changes nothing. */
export function checkFormulaText(ctx: Context, input: CheckFormula): Promise<FormulaOutcome> {
  authorize(ctx, 'indicators.read')
  const { formula, code, measure, frequency, validFrom } = input
  const noteOf = (problem: FormulaProblem): FormulaNote => ({
    code: problem.code,
    at: problem.at,
    to: problem.to,
    sentence: sentenceOf(ctx.locale, problem.code, formulaWords(ctx.locale, problem)),
  })
  return ctx.transaction(async (tx) => {
    const parsed = parseFormula(formula)
    if (parsed.kind === 'refused') return refused(parsed.problems.map(noteOf))
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const catalogue = catalogueOn(definitions, validFrom ?? ctx.clock.today())
    const result = frequency === undefined ? undefined : { code: code ?? '', measure, frequency }
    const checked = checkFormula(parsed.syntax, catalogue, result)
    if (checked.kind === 'refused') return refused(checked.problems.map(noteOf))
    return {
      isSound: true,
      problems: [],
      notes: checked.notes.map(noteOf),
      measure: checked.measure,
      frequency: checked.frequency,
      operands: checked.operands.flatMap((each) => {
        const found = catalogue.find(each)
        return found ? [{ code: found.code, name: found.name, measure: found.measure }] : []
      }),
    }
  })
}

function refused(problems: FormulaNote[]): FormulaOutcome {
  return { isSound: false, problems, notes: [], measure: null, frequency: null, operands: [] }
}
