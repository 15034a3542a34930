import { type Month, PAGE } from './plan.ts'

/** The values as of the newest vintage. */
const newest = (where: string) =>
  `select indicator, period, unit, arg_max(value, vintage) as value from obs where ${where} group by all`

interface Table {
  readonly indicator: number
  readonly month: Month
  readonly months: readonly Month[]
  /** The cohort is the units 2 to this one. */
  readonly until: number
  readonly isLower: boolean
}

/** Rank, change on the month before, margins, and for how many months each has been first. */
export function table({ indicator, month, months, until, isLower }: Table): string {
  const at = months.indexOf(month)
  const before = months[at - 1]!
  const order = isLower ? 'value' : 'value desc'
  return `with latest as (${newest(`indicator = ${indicator} and period <= ${month.number} and unit between 2 and ${until}`)}),
    ranked as (select *, rank() over (partition by period order by ${order}) as place,
      dense_rank() over (order by period desc) as back from latest),
    broken as (select unit, min(back) filter (where place > 1) as back, max(back) as all_of from ranked group by unit)
    select now.unit, now.value, now.place, former.place - now.place as places, former.value,
      now.value - lag(now.value) over (order by now.place) as to_better, now.value - lead(now.value) over (order by now.place) as to_worse,
      coalesce(broken.back - 1, broken.all_of) as streak
    from ranked now join broken using (unit)
    left join ranked former on former.unit = now.unit and former.period = ${before.number}
    where now.period = ${month.number} order by now.place`
}

interface UnitPage {
  readonly unit: number
  readonly page: number
  readonly months: readonly Month[]
}

/** Value, place, change, growth on the same month last year and the last 13 values in each of 200 indicators. */
export function unitPage({ unit, page, months }: UnitPage): string {
  const [last, before, year] = [months.at(-1)!, months.at(-2)!, months.at(-13)!]
  const first = page * PAGE + 1
  return `with latest as (${newest(`indicator between ${first} and ${first + PAGE - 1} and period >= ${year.number}`)}),
    ranked as (select *, rank() over (partition by indicator, period
      order by case when indicator % 5 = 0 then value else -value end) as place,
      count(*) over (partition by indicator, period) as among
      from latest where period in (${last.number}, ${before.number}))
    select now.indicator, now.value, now.place, now.among, former.place - now.place as places, growth.rate, points.list
    from ranked now
    join ranked former on former.indicator = now.indicator and former.unit = now.unit and former.period = ${before.number}
    join (select indicator, list(value order by period) as list from latest where unit = ${unit} group by 1) points
      on points.indicator = now.indicator
    join (select indicator, (max(value) filter (where period = ${last.number}) / max(value) filter (where period = ${year.number}) - 1) * 100
      as rate from latest where unit = ${unit} group by 1) growth on growth.indicator = now.indicator
    where now.unit = ${unit} and now.period = ${last.number} order by 1`
}

/** What was reached in the year against a linear target, for every unit. */
export function paceBoard({ months }: { months: readonly Month[] }): string {
  const numbers = months.map(({ number }) => number)
  if (numbers.length === 0) return 'select indicator, unit, value, null as actual from target'
  return `with latest as (${newest(`indicator <= 10 and period in (${numbers.join(',')})`)}),
    reached as (select indicator, unit, sum(value) as actual from latest group by 1, 2)
    select target.indicator, target.unit, target.value, actual, target.value * ${numbers.length} / 12 as expected,
      actual / target.value * 100 as done, (actual - target.value * ${numbers.length} / 12) / target.value * 100 as gap
    from target left join reached using (indicator, unit) order by 1, 2`
}

/** The same formula as `formulaOf`. */
export function formula(at: number): string {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((each) => at * 5 + each)
  const of = (indicator?: number) => `max(value) filter (where indicator = ${indicator})`
  return `with latest as (${newest(`indicator between ${a} and ${e}`)})
    select unit, period, (${of(a)} + ${of(b)} - ${of(c)}) / (${of(d)} + ${of(e)}) as value
    from latest group by unit, period order by unit, period`
}
