import { readPeriod } from '../../../src/modules/indicators/rules/period/period-text.ts'
import { readPageSearch } from './search.ts'
import { flagIn, type Raw, textIn } from './search-values.ts'

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

/** Which table of a composite league is shown. */
export interface LeagueSearch {
  readonly period?: string
  /** Whoever the definition ranks, unless another is asked for. */
  readonly cohort?: string
  /** As of this vintage; the newest unless asked for. */
  readonly asOf?: number
}

export function readLeagueSearch(raw: Raw): LeagueSearch {
  const cohort = textIn(raw, 'cohort')
  const asOf = Number(raw.asOf)
  return {
    ...periodIn(raw),
    ...(cohort === undefined ? {} : { cohort }),
    ...(Number.isInteger(asOf) && asOf > 0 && { asOf }),
  }
}

/** Which printed positions are listed. */
export interface PositionsSearch {
  readonly indicator?: string
  /** With what was superseded or withdrawn. */
  readonly history?: true
}

export function readPositionsSearch(raw: Raw): PositionsSearch {
  const indicator = textIn(raw, 'indicator')
  return {
    ...(indicator === undefined ? {} : { indicator }),
    ...(flagIn(raw, 'history') && { history: true }),
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

const VERDICTS = ['confirmed', 'contradicted', 'unknown', 'unchecked'] as const
const MATCHES = ['none', 'suggested', 'confirmed'] as const

/** Which claims are listed. */
export interface ClaimsSearch {
  readonly report?: string
  readonly verdict?: (typeof VERDICTS)[number]
  readonly match?: (typeof MATCHES)[number]
  readonly page?: number
}

export function readClaimsSearch(raw: Raw): ClaimsSearch {
  const report = textIn(raw, 'report')
  const verdict = VERDICTS.find((each) => each === raw.verdict)
  const match = MATCHES.find((each) => each === raw.match)
  return {
    ...(report === undefined ? {} : { report }),
    ...(verdict && { verdict }),
    ...(match && { match }),
    ...readPageSearch(raw),
  }
}

const STATES = ['open', 'item', 'dismissed'] as const

/** Which alerts are listed; the open ones unless another state is asked for. */
export interface AlertsSearch {
  readonly state?: (typeof STATES)[number] | 'all'
  /** Only those of a rule, by its key. */
  readonly rule?: string
  readonly page?: number
  readonly part?: 'rules'
}

export function readAlertsSearch(raw: Raw): AlertsSearch {
  const state = ([...STATES, 'all'] as const).find((each) => each === raw.state)
  const rule = textIn(raw, 'rule')
  return {
    ...(state && { state }),
    ...(rule === undefined ? {} : { rule }),
    ...(raw.part === 'rules' && { part: 'rules' }),
    ...readPageSearch(raw),
  }
}

function periodIn(raw: Raw): { readonly period?: string } {
  const period = textIn(raw, 'period')
  return period !== undefined && readPeriod(period) ? { period } : {}
}
