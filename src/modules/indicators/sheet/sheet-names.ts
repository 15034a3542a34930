import type { Context, Locale, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { simplifiedScript } from '../../../kernel/simplified-script.ts'
import { loadRegister, resolveUnit } from '../../units/index.ts'
import { type Defined, type Definitions, definitionOn } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { type MeasuredUnits, measuredUnits } from '../measured/measured-units.ts'
import { compareFractions, type Fraction, over, times, whole } from '../rules/exact/fraction.ts'
import { conversionFactor } from '../rules/measure/convert-measure.ts'
import { parseMeasure } from '../rules/measure/parse-measure.ts'
import { cumulativeTo } from '../rules/period/cumulative-to.ts'
import { formatTimePeriod } from '../rules/period/format-time-period.ts'
import { periodNumber, periodOfNumber } from '../rules/period/period-number.ts'
import { fitsFrequency } from '../rules/period/period-series.ts'
import { readPeriod } from '../rules/period/period-text.ts'
import { lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import { foldKey } from '../rules/sheet/fold-text.ts'
import type { ReaderLookups, ValueRefusal } from '../rules/sheet/observation-sink.ts'
import type { KnownNames } from '../rules/sheet/profile-columns.ts'
import { indicatorKey } from '../rules/sheet/table-mapping.ts'
import type { Definition } from '../schema/indicator.ts'
import { wordOf } from '../sentences.ts'
import { readHead } from '../store/head.ts'

/** What the names of a table mean in this city: units by the dated register and those outside it, indicators, measures. */
export interface SheetNames {
  readonly lookups: ReaderLookups
  readonly known: KnownNames
  readonly definitions: Definitions
  readonly units: MeasuredUnits
  /** The unit that is the whole of the city. */
  readonly city: number | null
}

export async function loadSheetNames(ctx: Context, tx: Tx): Promise<SheetNames> {
  const head = await readHead(tx)
  const definitions = await loadDefinitions(ctx, tx, head)
  const units = await measuredUnits(ctx, tx, head)
  const { register } = await loadRegister(tx)
  const today = ctx.clock.today()

  const external = new Map<string, number>()
  for (const { number, unitId, key, name, aliases } of units.all) {
    if (unitId === null) for (const each of [name, key, ...aliases]) external.set(foldKey(each), number)
    // Files of our own and of other programs name units by their keys.
    else external.set(`key:${foldKey(key)}`, number)
  }
  const byName = indicatorsByName([...definitions.byNumber.values()], today)
  const city = units.byKey.get(register.city.key)?.number ?? null

  const unit = (name: string, period: number | null): ReturnType<ReaderLookups['unit']> => {
    const of = period === null ? undefined : periodOfNumber(period)
    const found = resolveUnit(register, name, of ? lastDay(of) : null)
    if (found.kind === 'resolved') return units.byKey.get(found.unit.key)?.number ?? 'unknown'
    const other = external.get(foldKey(name)) ?? external.get(`key:${foldKey(name)}`)
    return other ?? found.reason
  }
  const indicator: ReaderLookups['indicator'] = (name, aspect) => {
    const tries =
      aspect === 'level'
        ? [name]
        : [indicatorKey(name, aspect), ...(WORDS_OF[aspect] ?? []).map((word) => name + word)]
    for (const each of tries) {
      const number = byName.get(foldKey(each)) ?? byName.get(foldKey(each.replace(/\(.*\)$/, '')))
      if (number !== undefined)
        return { number, measure: definitionOn(definitions.byNumber.get(number)!, today).measure }
    }
    return undefined
  }
  return {
    definitions,
    units,
    city,
    known: {
      isUnit: (name) => typeof unit(name, null) === 'number' || unit(name, null) === 'ambiguous',
      isIndicator: (name) => indicator(name, 'level') !== undefined,
    },
    lookups: {
      unit,
      aggregate: city,
      indicator,
      period(text) {
        const period = readPeriod(text)
        return period === undefined ? undefined : periodNumber(period)
      },
      power: powerBetween,
      place: (number, period) => placeOf(ctx.locale, definitions.byNumber.get(number)!, period),
    },
  }
}

function placeOf(locale: Locale, defined: Defined, number: number): number | ValueRefusal {
  const printed = periodOfNumber(number)!
  const { name, frequency, formula } = definitionOn(defined, lastDay(printed))
  if (formula !== null) return { code: 'indicators.sheet-computed', details: { name } }
  const period = frequency === 'cumulative' ? sinceJanuary(printed) : printed
  if (fitsFrequency(period, frequency)) return periodNumber(period)
  return {
    code: 'indicators.sheet-frequency',
    details: {
      name,
      frequency: wordOf(locale, 'frequency', frequency),
      period: formatTimePeriod(printed, locale),
    },
  }
}

/** 一季度 and 上半年 are counted since January, too. */
function sinceJanuary(period: TimePeriod): TimePeriod {
  const { kind, year, index } = period
  return index === 1 && (kind === 'quarter' || kind === 'half')
    ? cumulativeTo(year, kind === 'quarter' ? 3 : 6)
    : period
}

/** By code, else by name, else by another name; a name that two indicators have is nobody's: a person says which. */
function indicatorsByName(all: readonly Defined[], today: Day): Map<string, number> {
  const naming = [
    ({ definition }: Naming) => definition.aliases,
    ({ definition }: Naming) => [definition.name, definition.nameEn],
    ({ code }: Naming) => [code],
  ]
  const known = new Map<string, number>()
  for (const namesOf of naming) {
    const found = new Map<string, number | null>()
    for (const defined of all) {
      const names = namesOf({ code: defined.code, definition: definitionOn(defined, today) })
      for (const name of new Set(names.filter(Boolean).map(foldKey)))
        found.set(name, found.has(name) ? null : defined.number)
    }
    for (const [name, number] of found)
      if (number === null) known.delete(name)
      else known.set(name, number)
  }
  return known
}

interface Naming {
  readonly code: string
  readonly definition: Pick<Definition, 'name' | 'nameEn' | 'aliases'>
}

/** Under what names an aspect is an indicator of its own. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  'growth-year': ['同比', '同比增速', '同比增长', '增速', '增长率', '增长'],
  'growth-period': ['环比', '环比增速'],
  share: ['比重', '占比'],
  rank: ['排名', '位次'],
  done: ['完成率'],
  contribution: ['贡献率'],
  pull: ['拉动'],
}

const TEN = whole(10)
const MOST_POWER = 12

/** Values printed in one measure are those in another × 10^power. */
export function powerBetween(from: string, to: string): number | undefined {
  if (foldKey(from) === foldKey(to)) return 0
  const [source, target] = [parseMeasure(simplifiedScript(from)), parseMeasure(to)]
  if (!source || !target) return undefined
  const factor = conversionFactor(source, target)
  if (!factor) return undefined
  let [up, down]: [Fraction, Fraction] = [whole(1), whole(1)]
  for (let power = 0; power <= MOST_POWER; power++) {
    if (compareFractions(factor, up) === 0) return power
    if (compareFractions(factor, down) === 0) return -power
    up = times(up, TEN)
    down = over(down, TEN)
  }
  return undefined
}
