import { readPeriod } from '../../../src/modules/indicators/rules/period/period-text.ts'
import { type Raw, textIn } from './search-values.ts'

/** Which grid of readings is open. */
export interface EntrySearch {
  readonly period?: string
  readonly cohort?: string
  readonly part?: 'verify'
}

export function readEntrySearch(raw: Raw): EntrySearch {
  const cohort = textIn(raw, 'cohort')
  return {
    ...periodIn(raw),
    ...(cohort === undefined ? {} : { cohort }),
    ...(raw.part === 'verify' && { part: 'verify' }),
  }
}

/** Which targets are shown. */
export interface TargetsSearch {
  readonly indicator?: string
  readonly period?: string
  /** Key of the unit. */
  readonly unit?: string
}

export function readTargetsSearch(raw: Raw): TargetsSearch {
  const [indicator, unit] = [textIn(raw, 'indicator'), textIn(raw, 'unit')]
  return {
    ...(indicator === undefined ? {} : { indicator }),
    ...periodIn(raw),
    ...(unit === undefined ? {} : { unit }),
  }
}

function periodIn(raw: Raw): { readonly period?: string } {
  const period = textIn(raw, 'period')
  return period !== undefined && readPeriod(period) ? { period } : {}
}
