import { z } from 'zod'
import { Frequency, IndicatorCode } from './indicator.ts'

/** A formula that is being written, and what its indicator declares as far as that is known. */
export const CheckFormula = z.strictObject({
  formula: z.string().max(4000),
  /** With these three the result is held against them, and a way back to the indicator is a cycle. */
  code: IndicatorCode.optional(),
  measure: z.string().max(40).default(''),
  frequency: Frequency.optional(),
  /** The day from which it is to hold; without it today. */
  validFrom: z.iso.date().optional(),
})
export type CheckFormula = z.infer<typeof CheckFormula>

/** Something about a formula, and where: characters from `at` up to before `to`. */
export const FormulaNote = z.object({ code: z.string(), at: z.int(), to: z.int(), sentence: z.string() })
export type FormulaNote = z.infer<typeof FormulaNote>

export const FormulaOutcome = z.object({
  isSound: z.boolean(),
  problems: z.array(FormulaNote),
  /** Worth knowing, and no hindrance. */
  notes: z.array(FormulaNote),
  /** The unit of measure of the result; empty for a plain number, null where it is not sound. */
  measure: z.string().nullable(),
  frequency: Frequency.nullable(),
  operands: z.array(z.object({ code: IndicatorCode, name: z.string(), measure: z.string() })),
})
export type FormulaOutcome = z.infer<typeof FormulaOutcome>
