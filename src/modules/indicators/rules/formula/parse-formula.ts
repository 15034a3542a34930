import { Lexer } from 'chevrotain'
import { FormulaGrammar } from './grammar.ts'
import { type FormulaProblem, problemAt } from './problem.ts'
import type { Syntax } from './syntax.ts'
import { Close, Open, TOKENS } from './tokens.ts'

export type ParsedFormula =
  | { readonly kind: 'formula'; readonly syntax: Syntax }
  | { readonly kind: 'refused'; readonly problems: readonly FormulaProblem[] }

/** As long as a definition may hold, and as deep as anybody can read. */
const LONGEST = 2000
const DEEPEST = 40

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset', ensureOptimizations: false })
const grammar = new FormulaGrammar()

/**
 * The syntax of a formula, or what is wrong with its text and where: `indicators.formula-empty`, `-too-long`,
 * `-too-deep`, `-unknown-character`, `-ends-early`, `-unexpected`.
 */
export function parseFormula(text: string): ParsedFormula {
  const whole = { at: 0, to: text.length }
  if (text.length > LONGEST)
    return refused(problemAt(whole, 'indicators.formula-too-long', { length: text.length, most: LONGEST }))
  const { tokens, errors } = lexer.tokenize(text)
  const [strange] = errors
  if (strange) {
    const place = { at: strange.offset, to: strange.offset + 1 }
    const character = text.charAt(strange.offset)
    return refused(problemAt(place, 'indicators.formula-unknown-character', { character }))
  }
  if (tokens.length === 0) return refused(problemAt(whole, 'indicators.formula-empty'))
  let depth = 0
  for (const { tokenType, startOffset } of tokens) {
    depth += tokenType === Open ? 1 : tokenType === Close ? -1 : 0
    const place = { at: startOffset, to: startOffset + 1 }
    if (depth > DEEPEST) return refused(problemAt(place, 'indicators.formula-too-deep', { most: DEEPEST }))
  }
  grammar.input = tokens
  const syntax = grammar.formula()
  const [error] = grammar.errors
  if (!error) return { kind: 'formula', syntax }
  const { startOffset, image } = error.token
  // The end of the text is a token without a place.
  if (!image || Number.isNaN(startOffset)) {
    const end = { at: text.length, to: text.length }
    return refused(problemAt(end, 'indicators.formula-ends-early'))
  }
  const place = { at: startOffset, to: startOffset + image.length }
  return refused(problemAt(place, 'indicators.formula-unexpected', { found: image }))
}

function refused(problem: FormulaProblem): ParsedFormula {
  return { kind: 'refused', problems: [problem] }
}
