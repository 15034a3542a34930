import type { Context, Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import { answerOnce } from '../../../../platform/answers/index.ts'
import { workingCalendarOf } from '../../../../platform/working-calendar.ts'
import { definitionOn } from '../../definitions/defined.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import { requirePeriod } from '../../read-period.ts'
import { cohortOn } from '../../rules/league/cohort-on.ts'
import { parseMeasure } from '../../rules/measure/parse-measure.ts'
import { bandOfPace } from '../../rules/pace/band-of-pace.ts'
import { presetBandSets } from '../../rules/pace/band-presets.ts'
import type { BandSet } from '../../rules/pace/band-set.ts'
import { measurePace, type Pace } from '../../rules/pace/measure-pace.ts'
import { periodNumber, periodOfNumber } from '../../rules/period/period-number.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { comparePeriods, firstDay, lastDay } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { AskPaceBoard, PaceBoard, PaceCell } from '../../schema.ts'
import { listTargets, periodsOfTargets, type StoredTarget } from '../../store/targets.ts'
import { definitionOf, openValues, type Values } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { refOf } from '../league/present-table.ts'
import { type Reached, type Reaching, reachedBy, reachingOf, wantedToReach } from './reached.ts'

/**
 * Every target of a period held against what was reached by a day, unit by unit.
 * @throws `indicators.no-such-cohort`, `indicators.no-such-indicator`, `indicators.no-such-unit`, `indicators.no-such-bands`,
 * `indicators.bad-period`
 */
export function paceBoard(ctx: Context, input: AskPaceBoard): Promise<PaceBoard> {
  authorize(ctx, 'indicators.read')
  const on = input.on ?? ctx.clock.today()
  const question = { name: 'indicators.pace-board', of: [input, on], isForAll: true } as const
  return answerOnce(ctx, question, (tx) => computePaceBoard(ctx, tx, { ...input, on }))
}

/** The same inside a transaction. */
export async function computePaceBoard(
  ctx: Context,
  tx: Tx,
  { on, ...input }: AskPaceBoard & { on: Day },
): Promise<PaceBoard> {
  const asked = input.period === undefined ? undefined : requirePeriod(input.period)
  const bands = requireBands(input.bands)
  const values = await openValues(ctx, tx, input.asOf)
  const periods = await periodsWithTargets(tx)
  const period = asked ?? usualPeriod(periods, on)
  const { memberships } = requireCohort(values, input.cohort)
  const members = new Set(cohortOn(memberships, on < lastDay(period) ? on : lastDay(period)).members)
  const all = await listTargets(tx, {
    indicator:
      input.indicator === undefined ? undefined : requireDefined(values.definitions, input.indicator).number,
    unit: input.unit === undefined ? undefined : requireUnit(values.units, input.unit).number,
    period: periodNumber(period),
    horizon: input.horizon,
  })
  const targets = all.filter(({ unit }) => members.has(unit) || input.unit !== undefined)
  const reachings = reachingsOf(values, { targets, period, on })
  await values.load([...reachings.values()].flatMap(wantedToReach))
  const needsCalendar = targets.some(({ path }) => path.kind === 'working-days')
  const calendar = needsCalendar ? await workingCalendarOf(tx, ctx) : undefined
  const ref = refOf(values.units)
  const cells = targets.map((target) => {
    const reaching = reachings.get(reachingKey(target))!
    const reached = reachedBy(values, reaching, target.unit)
    const pace = paceOf(values, { target, reached, period, calendar })
    return cellOf({ target, code: reaching.defined.code, unit: ref(target.unit).key, pace, reached, bands })
  })
  const measured = new Map([...reachings.values()].map(({ defined }) => [defined.number, defined]))
  return {
    period: writePeriod(period),
    from: firstDay(period),
    to: lastDay(period),
    periods: periods.map(writePeriod),
    on,
    asOf: values.asOf,
    bands: {
      key: bands.key,
      name: bands.name,
      bands: bands.bands.map(({ key, name, tone }) => ({ key, name, tone })),
    },
    indicators: [...measured.values()].map((defined) => {
      const { name, nameEn, measure } = definitionOn(defined, on)
      return { code: defined.code, name, nameEn, unitOfMeasure: measure }
    }),
    units: [...new Set(targets.map(({ unit }) => unit))].sort((a, b) => a - b).map(ref),
    cells,
  }
}

/** The newest first. */
async function periodsWithTargets(tx: Tx): Promise<TimePeriod[]> {
  const numbers = await periodsOfTargets(tx)
  return numbers.flatMap((number) => periodOfNumber(number) ?? []).sort((a, b) => comparePeriods(b, a))
}

function usualPeriod(periods: readonly TimePeriod[], on: Day): TimePeriod {
  const year: TimePeriod = { kind: 'year', year: Number(on.slice(0, 4)), index: 1 }
  const hasTargets = periods.some((period) => period.kind === 'year' && period.year === year.year)
  return hasTargets ? year : (periods[0] ?? year)
}

/** @throws `indicators.no-such-bands` */
function requireBands(key: string): BandSet {
  const found = presetBandSets().find((each) => each.key === key)
  if (!found) throw notFound('indicators.no-such-bands', { bands: key })
  return found
}

const reachingKey = ({ indicator, kind, path }: StoredTarget) =>
  `${indicator} ${kind} ${path.kind === 'seasonal' ? path.years : 0}`

function reachingsOf(
  values: Values,
  { targets, period, on }: { targets: readonly StoredTarget[]; period: TimePeriod; on: Day },
): ReadonlyMap<string, Reaching> {
  const found = new Map<string, Reaching>()
  for (const target of targets) {
    const key = reachingKey(target)
    if (found.has(key)) continue
    const defined = values.definitions.byNumber.get(target.indicator)!
    const formerYears = target.path.kind === 'seasonal' ? target.path.years : 0
    found.set(key, reachingOf(defined, { period, kind: target.kind, on, formerYears }))
  }
  return found
}

interface Paced {
  readonly target: StoredTarget
  readonly reached: Reached | undefined
  readonly period: TimePeriod
  readonly calendar: WorkingCalendar | undefined
}

/** How far one target has come. */
export function paceOf(values: Values, { target, reached, period, calendar }: Paced): Pace {
  const definition = definitionOf(values.definitions.byNumber.get(target.indicator)!, period)
  const { value, kind, path } = target
  const aim = { value, kind, direction: definition.direction, isPercent: isPercent(definition.measure) }
  return measurePace(aim, reached?.actual ?? null, {
    path,
    from: firstDay(period),
    to: lastDay(period),
    through: reached?.through ?? lastDay(period),
    ...(calendar && { calendar }),
    ...(reached && { formerYears: reached.formerYears }),
  })
}

/** 百分点, by its symbol in rules/measure/units.json. */
const POINTS = new Set(['%', '\u767e\u5206\u70b9'])

const percents = new Map<string, boolean>()

/** Whether differences of the unit of measure are percentage points already. */
function isPercent(measure: string): boolean {
  const known = percents.get(measure)
  if (known !== undefined) return known
  const terms = parseMeasure(measure)?.terms ?? []
  const found = terms.length === 1 && POINTS.has(terms[0]!.symbol)
  percents.set(measure, found)
  return found
}

interface Cell {
  readonly target: StoredTarget
  readonly code: string
  readonly unit: string
  readonly pace: Pace
  readonly reached: Reached | undefined
  readonly bands: BandSet
}

function cellOf({ target, code, unit, pace, reached, bands }: Cell): PaceCell {
  const band = bandOfPace(bands, pace)
  const measured = pace.kind === 'measured' ? pace : undefined
  return {
    indicator: code,
    unit,
    kind: target.kind,
    horizon: target.horizon,
    target: target.value,
    state: pace.kind,
    reason: pace.kind === 'unknown' ? pace.reason : null,
    actual: reached?.actual ?? null,
    through: reached?.through ?? null,
    expected: measured?.expected ?? null,
    expectedPercent: measured?.expectedPercent ?? null,
    donePercent: measured?.donePercent ?? null,
    ofExpectedPercent: measured?.ofExpectedPercent ?? null,
    gapPoints: measured?.gapPoints ?? null,
    gapAmount: measured?.gapAmount ?? null,
    band: band?.key ?? null,
    tone: band?.tone ?? null,
  }
}
