import {
  decimalOf,
  fractionOf,
  over,
  times,
  whole,
} from '../../../../../src/modules/indicators/rules/exact/fraction.ts'
import { bestPrefix } from '../../../../../src/modules/indicators/rules/measure/best-prefix.ts'
import { formatMeasure } from '../../../../../src/modules/indicators/rules/measure/format-measure.ts'
import type { Measure } from '../../../../../src/modules/indicators/rules/measure/measure.ts'
import { parseMeasure } from '../../../../../src/modules/indicators/rules/measure/parse-measure.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { padded } from './rounded.ts'

/** How the numbers of one column are written on screen: one unit of measure and so many decimals for all of them. */
export interface NumberScale {
  /** The unit of measure that heads the column; empty for bare numbers. */
  readonly unit: string
  /** A raw decimal as it is shown; a dash for none. */
  show(value: string | null): string
  /** The same without needless zeros, for an axis. */
  showTick(value: number): string
  /** The same with its sign, for differences. */
  showSigned(value: string | null): string
}

interface ScaleOptions {
  readonly decimals: number
  readonly locale: Locale
}

/** Above so many places nobody reads on. */
const MOST_PLACES = 4

/** The scale for values of a unit of measure: 12345678 yuan beside 9876543 yuan read as 12.35 and 9.88 million yuan. */
export function numberScale(
  values: readonly (string | null)[],
  measureText: string,
  { decimals, locale }: ScaleOptions,
): NumberScale {
  const places = Math.min(decimals, MOST_PLACES)
  const measure = parseMeasure(measureText)
  if (!measure) return scaleBy(0, { unit: measureText, places, locale })
  const largest = largestOf(values)
  const prefix = largest === undefined ? measure.prefix : bestPrefix(largest, measure, locale)
  const unit = formatMeasure({ ...measure, prefix } satisfies Measure, locale)
  const shift = prefix - measure.prefix
  return scaleBy(shift, { unit, places: shift > 0 ? Math.max(places, 2) : places, locale })
}

const UNBROKEN = '\u00a0'

/** A number with its unit of measure, which no line break parts; English puts a space between them. */
export function withUnit(scale: NumberScale, value: string | null, locale: Locale): string {
  const parts = value === null ? [scale.show(null)] : [scale.show(value), scale.unit]
  return parts
    .filter(Boolean)
    .join(locale === 'en' ? ' ' : '')
    .replaceAll(' ', UNBROKEN)
}

/** Two places for numbers of which nothing else is known, none where all of them are whole. */
export function placesOf(values: readonly (string | null)[]): number {
  return values.some((value) => value?.includes('.')) ? 2 : 0
}

function largestOf(values: readonly (string | null)[]): string | undefined {
  let largest: string | undefined
  for (const value of values)
    if (value !== null && Math.abs(Number(value)) >= Math.abs(Number(largest ?? 0))) largest = value
  return largest
}

function scaleBy(
  shift: number,
  { unit, places, locale }: { unit: string; places: number; locale: Locale },
): NumberScale {
  const power = whole(10n ** BigInt(Math.abs(shift)))
  const show = (value: string | null) => {
    if (value === null) return '—'
    const number = fractionOf(value)
    const scaled = shift >= 0 ? over(number, power) : times(number, power)
    return grouped(padded(decimalOf(scaled, places), places), locale)
  }
  return {
    unit,
    show,
    // Never with an exponent, which a decimal cannot have.
    showTick: (value) => withoutZeros(show(/e/.test(String(value)) ? value.toFixed(12) : String(value))),
    showSigned: (value) => (value !== null && Number(value) > 0 ? `+${show(value)}` : show(value)),
  }
}

/** `7.50` as `7.5` and `600.00` as `600`; a whole number keeps its zeros. */
const withoutZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** English groups by thousands; Chinese does not. */
function grouped(text: string, locale: Locale): string {
  return locale === 'en' ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : text
}
