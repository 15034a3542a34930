import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { periodTextOf } from '../read-period.ts'
import { checkClaim, type ClaimEvidence as Known } from '../rules/claims/check-claim.ts'
import type { CohortNames } from '../rules/claims/resolve-scope.ts'
import type { Verdict } from '../rules/claims/weigh-vintages.ts'
import { ClaimEvidence } from '../schema/claims.ts'
import { type StoredClaim, vintageBefore } from '../store/claims.ts'
import { newestPositions, type PrintedPosition } from '../store/external-positions.ts'
import { listTargets, type StoredTarget } from '../store/targets.ts'
import { openValues, type Values } from '../values/open-values.ts'
import { storedScope } from './claim-names.ts'
import { endOfDay } from './end-of-day.ts'
import { figureEvidence, wantedForFigure } from './figure-evidence.ts'
import { type Checkable, type NotCheckable, planCheck } from './plan-check.ts'
import { rankEvidence, wantedForRank } from './rank-evidence.ts'

/** What the numbers say to a claim. */
export interface JudgedClaim {
  readonly stored: StoredClaim
  readonly verdict: 'confirmed' | 'contradicted' | 'unknown'
  readonly reason: string
  readonly evidence: ClaimEvidence
  /** The vintage that decides; null when nothing is published, or nothing had to be asked. */
  readonly vintage: number | null
}

/**
 * Holds claims against the published values, those of each report's day first and then the newest. All values are loaded
 * together. A match that nobody has confirmed decides nothing: the claim stays unknown, with what it would be.
 */
export async function judgeClaims(
  ctx: Context,
  tx: Tx,
  { claims, cohorts }: { claims: readonly StoredClaim[]; cohorts: readonly CohortNames[] },
): Promise<JudgedClaim[]> {
  const newest = await openValues(ctx, tx)
  const matched = [...new Set(claims.flatMap(({ indicator }) => indicator ?? []))]
  const defined = matched.flatMap((number) => newest.definitions.byNumber.get(number) ?? [])
  const published = await newest.periods(defined)
  const plans = claims.map((stored) => planCheck(stored, { values: newest, cohorts, published }))
  const checkable = plans.filter((plan) => plan.kind === 'checkable')
  const facts = await gather(ctx, tx, { checkable, newest })
  return plans.map((plan) => (plan.kind === 'checkable' ? judgeOne(plan, facts) : notCheckable(plan, newest)))
}

/** As of which vintage a claim is asked first. */
interface OfDay {
  readonly values: Values
  readonly from: 'report' | 'first-check'
}

interface Facts {
  readonly newest: Values
  readonly ofDay: ReadonlyMap<Checkable, OfDay>
  readonly targets: readonly StoredTarget[]
  readonly positions: readonly PrintedPosition[]
}

async function gather(
  ctx: Context,
  tx: Tx,
  { checkable, newest }: { checkable: readonly Checkable[]; newest: Values },
): Promise<Facts> {
  const ofDay = await openOfDay(ctx, tx, checkable)
  const targets: StoredTarget[] = []
  const aimed = checkable.filter(({ claim, measure }) => claim.kind !== 'rank' || measure === 'done')
  for (const indicator of new Set(aimed.map(({ defined }) => defined.number)))
    targets.push(...(await listTargets(tx, { indicator })))
  const wantedIn = (values: Values, plan: Checkable) =>
    plan.claim.kind === 'rank' ? wantedForRank(values, plan, targets) : wantedForFigure(plan)
  await newest.load(checkable.flatMap((plan) => wantedIn(newest, plan)))
  const earlier = Map.groupBy(ofDay, ([, { values }]) => values)
  for (const [values, plans] of earlier) await values.load(plans.flatMap(([plan]) => wantedIn(values, plan)))
  const external = checkable.filter(({ scope }) => scope.kind === 'external')
  const positions = await newestPositions(tx, { indicators: external.map(({ defined }) => defined.number) })
  return { newest, ofDay, targets, positions }
}

/** Who printed what was published then made no error. What was checked before that day ended, or
 * published later, is held against its first check. */
async function openOfDay(
  ctx: Context,
  tx: Tx,
  checkable: readonly Checkable[],
): Promise<ReadonlyMap<Checkable, OfDay>> {
  const onDay = new Map<Day, number | null>()
  const opened = new Map<number, Values>()
  const found = new Map<Checkable, OfDay>()
  for (const plan of checkable) {
    const { report_date: day, evidence } = plan.stored
    if (day !== null && !onDay.has(day)) onDay.set(day, await vintageBefore(tx, endOfDay(ctx, day)))
    const ofReport = day === null ? null : onDay.get(day)!
    const checked = firstChecked(evidence)
    const isCheckedFirst = checked !== null && (ofReport === null || checked < ofReport)
    const number = isCheckedFirst ? checked : ofReport
    if (number === null) continue
    const values = opened.get(number) ?? (await openValues(ctx, tx, number))
    opened.set(number, values)
    found.set(plan, { values, from: isCheckedFirst ? 'first-check' : 'report' })
  }
  return found
}

/** The vintage by which a claim was first found to hold or not to hold. */
function firstChecked(evidence: unknown): number | null {
  const before = ClaimEvidence.safeParse(evidence).data
  if (!before || before.verdict === 'unknown') return null
  return before.ofDay ?? before.now
}

function judgeOne(plan: Checkable, facts: Facts): JudgedClaim {
  const { claim, measure, scope, periods } = plan
  const now = knownOn(facts.newest, plan, facts)
  const ofDay = facts.ofDay.get(plan) ?? null
  // What somebody else printed does not change with our vintages.
  const isPrinted = scope.kind === 'external' && claim.kind === 'rank'
  const before = isPrinted ? now : ofDay && knownOn(ofDay.values, plan, facts)
  const verdict = checkClaim(claim, { measure, scope, periods }, { ofDay: before, now })
  return judged(plan, verdict, { ofDay, newest: facts.newest })
}

function knownOn(values: Values, plan: Checkable, { targets, positions }: Facts): Known {
  const { claim, scope, defined, unit } = plan
  const vintage = values.asOf
  if (claim.kind !== 'rank') return { vintage, figure: figureEvidence(values, plan, targets) }
  if (scope.kind !== 'external') return { vintage, ...rankEvidence(values, plan, targets) }
  const own = positions.filter(
    (each) => each.indicator === defined.number && each.unit === unit && each.scope === scope.scope,
  )
  const external = own.map(({ period, position, among, source }) => ({
    period: periodTextOf(period),
    position,
    of: among,
    source,
  }))
  return { vintage, external }
}

function judged(
  plan: Checkable,
  weighed: Verdict,
  { ofDay, newest }: { ofDay: OfDay | null; newest: Values },
): JudgedClaim {
  const { stored, defined, measure, scope, periods, periodFrom } = plan
  const { verdict, reasons, numbers, since, vintage } = weighed
  const isConfirmed = stored.match_state === 'confirmed'
  const other = weighed.newest
  const shown = [...numbers, ...(other?.finding.numbers ?? [])]
  return {
    stored,
    verdict: isConfirmed ? verdict : 'unknown',
    reason: isConfirmed ? reasons[0]! : 'match-unconfirmed',
    vintage: vintage === 0 ? null : vintage,
    evidence: {
      verdict: isConfirmed ? verdict : 'unknown',
      reasons: isConfirmed ? reasons : ['match-unconfirmed'],
      numbers,
      since,
      ofDay: ofDay?.values.asOf ?? null,
      ofDayFrom: ofDay?.from ?? null,
      now: newest.asOf,
      newest: other && { vintage: other.vintage, ...other.finding },
      periods,
      periodFrom,
      indicator: defined.code,
      measure,
      scope: storedScope(scope),
      ifMatchIsRight: isConfirmed ? null : { verdict, reasons },
      units: Object.fromEntries(
        shown.flatMap(({ leaders }) =>
          Array.isArray(leaders)
            ? leaders.map((unit: number) => [String(unit), newest.units.byNumber.get(unit)?.name ?? ''])
            : [],
        ),
      ),
    },
  }
}

function notCheckable({ stored, reason }: NotCheckable, newest: Values): JudgedClaim {
  return {
    stored,
    verdict: 'unknown',
    reason,
    vintage: null,
    evidence: {
      verdict: 'unknown',
      reasons: [reason],
      numbers: [],
      since: 'unchanged',
      ofDay: null,
      ofDayFrom: null,
      now: newest.asOf,
      newest: null,
      periods: [],
      periodFrom: null,
      indicator: null,
      measure: null,
      scope: null,
      ifMatchIsRight: null,
      units: {},
    },
  }
}
