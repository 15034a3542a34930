import type { Context, Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { alertSentence } from '../../alerts/alert-sentence.ts'
import { openClaimNames } from '../../claims/claim-names.ts'
import type { Defined } from '../../definitions/defined.ts'
import type { MeasuredUnit } from '../../measured/measured-units.ts'
import { requirePeriod } from '../../read-period.ts'
import { firstDay, lastDay } from '../../rules/period/span.ts'
import type { Alert } from '../../schema/alerts.ts'
import { AskPaceBoard, type PaceBoard, type StreakShown, type UnitStanding } from '../../schema.ts'
import { findVintages } from '../../store/vintages.ts'
import { openValues, type Values } from '../../values/open-values.ts'
import { findAlertsOfUnit } from '../alerts/alerts.ts'
import { requireCohort } from '../league/league-table.ts'
import { streakShown } from '../league/present-table.ts'
import { type Ranked, rankPeriod, wantedFor } from '../league/rank-period.ts'
import { earlierPeriod, STREAK_STEP, streaksOf } from '../league/streak-tables.ts'
import { computePaceBoard } from '../pace/pace-board.ts'
import { standings } from './standings.ts'

/** Where a unit stands in one indicator, with the day on which its period ends and the vintage that gave the value. */
export interface EvidenceStanding extends UnitStanding {
  /** The last day of the period. */
  readonly endsOn: Day | null
  /** The newest vintage that gave a value of this period; null of a computed one without values. */
  readonly vintage: number | null
}

export interface EvidenceAlert
  extends Pick<Alert, 'id' | 'rule' | 'kind' | 'indicator' | 'period' | 'state'> {
  readonly sentence: { readonly zh: string; readonly en: string }
  readonly indicatorName: string
}

/** What the indicators know of one unit, for judging it: everything in one transaction, no query for each indicator. */
export interface UnitEvidence {
  readonly cohort: string
  /** The vintage as of which everything is told. */
  readonly asOf: number
  /** The newest period of each indicator that ends by a day; those given only, if codes are given. */
  standings(through: Day, codes?: readonly string[]): Promise<readonly EvidenceStanding[]>
  /** Of the standings given, for how long the unit has stood first without a break. */
  firsts(all: readonly EvidenceStanding[]): Promise<ReadonlyMap<string, StreakShown>>
  /** Its targets of the year against what was expected by a day. */
  pace(on: Day): Promise<PaceBoard>
  /** Alerts that were not dismissed and rest on a period that begins from one day and ends by another one. */
  alerts(from: Day, through: Day): Promise<readonly EvidenceAlert[]>
  /** The indicator that stands out by its name, for the words of a statement. */
  named(subject: string): Promise<string | undefined>
  /** Who gave the vintages, by their numbers. */
  givers(vintages: readonly number[]): Promise<ReadonlyMap<number, string>>
}

/** Opens what is known of a unit; undefined for one that is not measured. @throws `indicators.no-such-cohort` */
export async function openUnitEvidence(
  ctx: Context,
  tx: Tx,
  { unitId, cohort, today }: { unitId: string; cohort: string; today: Day },
): Promise<UnitEvidence | undefined> {
  authorize(ctx, 'indicators.read')
  const values = await openValues(ctx, tx)
  const unit = values.units.byUnitId.get(unitId)
  if (!unit) return undefined
  const { key } = requireCohort(values, cohort)
  const names = await openClaimNames(ctx, tx)
  const current = [...values.definitions.byCode.values()].filter(
    ({ retiredOn }) => retiredOn === null || retiredOn > today,
  )
  return {
    cohort: key,
    asOf: values.asOf,
    async standings(through, codes) {
      const all = codes ? current.filter(({ code }) => codes.includes(code)) : current
      return standingsBy(values, { all, unit, cohort: key, through })
    },
    firsts: (all) => firstsOf(values, { all, unit, cohort: key }),
    pace: (on) => computePaceBoard(ctx, tx, { ...AskPaceBoard.parse({ cohort: key, unit: unit.key }), on }),
    async alerts(from, through) {
      const { alerts } = await findAlertsOfUnit(ctx, tx, unit.number)
      return alerts.flatMap((alert) => {
        const period = requirePeriod(alert.period)
        const isWithin = firstDay(period) >= from && firstDay(period) <= through
        return isWithin && alert.state !== 'dismissed' ? [alertOf(alert)] : []
      })
    },
    async named(subject) {
      const claim = { kind: 'rank', subject, period: null, quote: [], scope: null } as const
      const best = names.suggest({ ...claim, position: null, streakYears: null }).best
      return best ? values.definitions.byNumber.get(best.indicator)?.code : undefined
    },
    async givers(vintages) {
      const found = await findVintages(tx, [...new Set(vintages)])
      return new Map(found.map(({ number, source }) => [number, source]))
    },
  }
}

/** Five years of months. */
const MOST_STEPS = 5

interface Standing {
  readonly all: readonly Defined[]
  readonly unit: MeasuredUnit
  readonly cohort: string
  readonly through: Day
}

async function standingsBy(
  values: Values,
  { all, unit, cohort, through }: Standing,
): Promise<EvidenceStanding[]> {
  const found = await standings(values, { all, units: [unit.number], input: { cohort, points: 1 }, through })
  return found.map(([standing], at) => {
    const { period } = standing!
    if (period === null) return { ...standing!, endsOn: null, vintage: null }
    const shown = requirePeriod(period)
    const vintage = values.at(all[at]!, shown)?.vintage ?? null
    return { ...standing!, endsOn: lastDay(shown), vintage }
  })
}

async function firstsOf(
  values: Values,
  { all, unit, cohort }: { all: readonly EvidenceStanding[]; unit: MeasuredUnit; cohort: string },
): Promise<ReadonlyMap<string, StreakShown>> {
  const { memberships } = requireCohort(values, cohort)
  const leading = all.flatMap(({ code, rank, period }) => {
    if (rank !== 1 || period === null) return []
    const defined = values.definitions.byCode.get(code)!
    const ranked: Ranked = {
      values,
      defined,
      memberships,
      measure: 'level',
      ties: 'standard',
      missing: 'apart',
    }
    return [{ code, ranked, period: requirePeriod(period) }]
  })
  // What streaks read comes in one statement, as far back as there is anything; only one beyond five years asks again.
  const known = await values.periods(leading.map(({ ranked }) => ranked.defined))
  await values.load(
    leading.flatMap(({ ranked, period }) => {
      const wanted = wantedFor(ranked, period)
      const steps = Math.floor(known.get(ranked.defined)!.length / STREAK_STEP) + 1
      let at = earlierPeriod(ranked, period, 'previous')
      for (let count = 0; at && count < Math.min(steps, MOST_STEPS) * STREAK_STEP; count++) {
        wanted.push(...wantedFor(ranked, at))
        at = earlierPeriod(ranked, at, 'previous')
      }
      return wanted
    }),
  )
  const firsts = new Map<string, StreakShown>()
  for (const { code, ranked, period } of leading) {
    const ranking = rankPeriod(ranked, period)
    if (!ranking) continue
    const streaks = await streaksOf(ranked, { period, ranking, against: 'previous', first: 1 })
    const streak = streakShown(streaks.get(unit.number))
    if (streak) firsts.set(code, streak)
  }
  return firsts
}

function alertOf(alert: Alert): EvidenceAlert {
  const { id, rule, kind, indicator, indicatorName, period, state, unit, numbers } = alert
  const told = { kind, unit: unit.name, indicator: indicatorName, period, numbers }
  return {
    id,
    rule,
    kind,
    indicator,
    indicatorName,
    period,
    state,
    sentence: { zh: alertSentence('zh-CN', told), en: alertSentence('en', told) },
  }
}
