import type { Locale } from '../../../kernel/context.ts'
import { decimalOf, fractionOf } from '../rules/exact/fraction.ts'
import { sentenceOf } from '../sentences.ts'

export type AlertNumbers = Readonly<Record<string, string | number>>

export interface Told {
  readonly kind: string
  readonly unit: string
  readonly indicator: string
  readonly period: string
  readonly numbers: AlertNumbers
}

/** What the sentence of a kind of alert is filled with, for the inbox, the ledger and the screens. */
export function alertParams({ unit, indicator, period, numbers }: Told): AlertNumbers {
  const shown = Object.entries(numbers).map(([name, value]) => [name, short(value)] as const)
  const { gapPoints } = numbers
  return {
    ...Object.fromEntries(shown),
    ...(gapPoints === undefined ? {} : { behind: short(String(gapPoints).replace('-', '')) }),
    unit,
    indicator,
    period,
  }
}

/** A growth rate that falls is told as one: 0.83 to 0.81 of 专利授权量 would be read as its number. */
export function noticeOf({ kind, numbers }: Pick<Told, 'kind' | 'numbers'>): string {
  return numbers.of === 'growth' ? `alert-${kind}-growth` : `alert-${kind}`
}

/** What was found, as a person reads it. */
export function alertSentence(locale: Locale, told: Told): string {
  return sentenceOf(locale, `indicators.notice.${noticeOf(told)}`, alertParams(told))
}

/** Rates are computed to twelve decimals, and read with two. */
function short(value: string | number): string | number {
  return typeof value === 'string' && /^-?\d+\.\d{3,}$/.test(value) ? decimalOf(fractionOf(value), 2) : value
}
