import { readPeriod } from '../../../src/modules/indicators/rules/period/period-text.ts'
import { PERIOD_KINDS, type PeriodKind } from '../../../src/modules/indicators/rules/period/time-period.ts'
import { dayIn, freeListIn, type Raw, textIn } from './search-values.ts'

/** Which indicators are listed. */
export interface IndicatorsSearch {
  readonly q?: string
  readonly tag?: string
  readonly frequency?: PeriodKind
  readonly page?: number
}

export function readIndicatorsSearch(raw: Raw): IndicatorsSearch {
  const frequency = PERIOD_KINDS.find((kind) => kind === raw.frequency)
  const page = Number(raw.page)
  return {
    ...text(raw, 'q'),
    ...text(raw, 'tag'),
    ...(frequency && { frequency }),
    ...(Number.isInteger(page) && page > 1 && { page }),
  }
}

/** Which table of an indicator is shown; everything has a default. */
export interface IndicatorSearch {
  readonly period?: string
  readonly cohort?: string
  readonly measure?: 'growth' | 'done'
  readonly asOf?: number
  readonly against?: 'last-year'
  readonly first?: number
  /** Keys of the units whose lines are drawn. */
  readonly units?: string
}

export function readIndicatorSearch(raw: Raw): IndicatorSearch {
  const [asOf, first] = [Number(raw.asOf), Number(raw.first)]
  return {
    ...period(raw),
    ...text(raw, 'cohort'),
    ...((raw.measure === 'growth' || raw.measure === 'done') && { measure: raw.measure }),
    ...(Number.isInteger(asOf) && asOf > 0 && { asOf }),
    ...(raw.against === 'last-year' && { against: 'last-year' }),
    ...(Number.isInteger(first) && first > 1 && first <= 100 && { first }),
    ...units(raw),
  }
}

/** What of a unit is shown. */
export interface MeasuredUnitSearch {
  readonly cohort?: string
  readonly tag?: string
  readonly q?: string
}

export function readMeasuredUnitSearch(raw: Raw): MeasuredUnitSearch {
  return { ...text(raw, 'cohort'), ...text(raw, 'tag'), ...text(raw, 'q') }
}

/** Which board of pace is shown. */
export interface PaceSearch {
  readonly period?: string
  readonly cohort?: string
  readonly on?: string
  readonly bands?: string
  /** Only the cells of this band's tone. */
  readonly tone?: string
}

export function readPaceSearch(raw: Raw): PaceSearch {
  const on = dayIn(raw, 'on')
  return {
    ...period(raw),
    ...text(raw, 'cohort'),
    ...(on && { on }),
    ...text(raw, 'bands'),
    ...text(raw, 'tone'),
  }
}

/** Which two units are compared. */
export interface CompareSearch extends MeasuredUnitSearch {
  readonly units?: string
}

export function readCompareSearch(raw: Raw): CompareSearch {
  return { ...readMeasuredUnitSearch(raw), ...units(raw) }
}

function text<Name extends string>(raw: Raw, name: Name): { readonly [Key in Name]?: string } {
  const value = textIn(raw, name)
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string }
}

function period(raw: Raw): { readonly period?: string } {
  const value = textIn(raw, 'period')
  return value !== undefined && readPeriod(value) ? { period: value } : {}
}

function units(raw: Raw): { readonly units?: string } {
  const value = freeListIn(raw, 'units')
  return value === undefined ? {} : { units: value }
}
