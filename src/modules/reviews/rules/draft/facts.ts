import type { Day } from '../../../../kernel/day.ts'
import type { Outcome, Source } from '../../schema.ts'

export interface Name {
  readonly zh: string
  readonly en: string
}

/** Where the unit stands in one indicator, decimals as text. */
export interface StandingFact {
  readonly code: string
  readonly name: Name
  /** The unit of measure. */
  readonly unit: string
  /** So many are told; what is computed has more. */
  readonly decimals: number
  readonly direction: string
  readonly period: string
  /** The newest period by the end of the quarter before; null where that is the same one, or nobody was ranked. */
  readonly formerPeriod: string | null
  readonly value: string
  /** Null: not ranked. */
  readonly rank: number | null
  readonly sharedBy: number
  readonly of: number
  /** Upward since then: what moved within a month and back is no news of a quarter. */
  readonly places: number | null
  /** On the same period last year, in per cent. */
  readonly growth: string | null
  /** The same as a difference: what is said of percentages. */
  readonly change: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly vintage: number | null
  readonly source: string | null
}

export interface Streak {
  readonly length: number
  readonly since: string | null
  readonly isExact: boolean
}

/** A target that was measured. */
export interface PaceFact {
  readonly code: string
  readonly name: Name
  readonly unit: string
  readonly kind: string
  readonly horizon: string
  readonly period: string
  readonly target: string
  readonly actual: string
  readonly through: Day
  /** Null where the target holds at any time. */
  readonly expectedPercent: string | null
  readonly donePercent: string | null
  /** Above zero is better than expected. */
  readonly gapPoints: string
  readonly vintage: number
}

export interface ItemFact {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly isLead: boolean
  readonly isOpen: boolean
  readonly state: string
  readonly dueOn: Day | null
  readonly finishedOn: Day | null
  readonly closedOn: Day | null
  /** Past the deadline in force, of an open item until the day. */
  readonly daysLate: number | null
  readonly returnedCount: number
  readonly round: number
  readonly progress: number
  readonly reportId: string | null
  readonly statementId: string | null
}

export interface AlertFact {
  readonly id: string
  readonly kind: string
  readonly code: string
  readonly period: string
  readonly sentence: Name
}

/** What was done about an item. */
export interface TraceFact {
  readonly lastReportOn: Day | null
  readonly done: string
  readonly evidence: number
  readonly verifiedOn: Day | null
  readonly result: 'passed' | 'failed' | null
}

/** A shortfall that an earlier review found. */
export interface EarlierShortfall {
  /** `statement:ID` or `line:ID`. */
  readonly key: string
  /** The statement or line itself. */
  readonly partId: string
  readonly subject: Name
  /** The review that found it. */
  readonly saidIn: string
  /** Where it stands: several where more than one paper of the review tells it. */
  readonly sources: readonly Source[]
  /** The matter that a person made it a part of. */
  readonly matterId: string | null
  readonly statementId: string | null
  /** The report of a statement. */
  readonly reportId: string | null
  /** Items that it named itself, or that a person linked to it. */
  readonly itemIds: readonly string[]
  /** The indicator that it is about. */
  readonly code: string | null
  /** Where the unit stood then. */
  readonly before: StandingFact | null
  /** That its indicator was short then is known, not only guessed from words. */
  readonly wasShort: boolean
  /** An earlier review that had told the same matter already, as a person confirmed. */
  readonly cameBackIn: string | null
  /** What the review before said became of it. */
  readonly formerOutcome: Outcome | null
  /** Items in which something was done about it. */
  readonly linked: readonly LinkedItem[]
}

export interface LinkedItem {
  readonly item: ItemFact
  /** `named`: the shortfall or its line named it; `alike`: of the same words, which a person judges. */
  readonly how: 'named' | 'alike'
}

/** All that a sheet is drafted from. */
export interface Facts {
  readonly cohort: string
  /** The review's quarter. */
  readonly period: string
  readonly from: Day
  readonly to: Day
  /** Items stand as on this day. */
  readonly on: Day
  readonly asOf: number
  readonly standings: readonly StandingFact[]
  readonly firsts: ReadonlyMap<string, Streak>
  readonly pace: readonly PaceFact[]
  readonly items: readonly ItemFact[]
  readonly alerts: readonly AlertFact[]
  readonly earlier: readonly EarlierShortfall[]
  readonly traces: ReadonlyMap<string, TraceFact>
}
