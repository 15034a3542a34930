import { decimalOf, fractionOf } from '../../../indicators/index.ts'
import type { StandingFact } from './facts.ts'

/** A value as a draft tells it: rounded to the indicator's own decimals. */
export function toldValue({ value, unit, decimals }: StandingFact): { value: string; unit: string } {
  return { value: decimalOf(fractionOf(value), decimals), unit }
}
