import type { Context } from '../../../kernel/context.ts'
import type { Chart } from '../../../platform/official-document/index.ts'
import { readablePeriod, series } from '../../indicators/index.ts'
import type { Source } from '../schema.ts'
import type { MaterialUnit } from './material.ts'
import words from './words.json' with { type: 'json' }

const MOST_CHARTS = 4
const MOST_PERIODS = 9

/**
 * Charts of the indicators that a unit's lines rest on, shortfalls first: its own values up to the period of the line, as of the
 * vintage that the line was drafted from. One question for an indicator, however many units ask.
 */
export async function loadCharts(ctx: Context, unit: Omit<MaterialUnit, 'charts'>): Promise<Chart[]> {
  const charts: Chart[] = []
  for (const source of wantedSources(unit)) {
    if (charts.length === MOST_CHARTS) break
    const chart = await chartOf(ctx, unit, source)
    if (chart) charts.push(chart)
  }
  return charts
}

function wantedSources({ lines }: Omit<MaterialUnit, 'charts'>): Source[] {
  const ordered = [...lines].sort((a, b) => ORDER.indexOf(a.side) - ORDER.indexOf(b.side))
  const sources = ordered
    .flatMap((line) => line.sources)
    .filter(
      ({ kind, label }) =>
        (kind === 'league' || kind === 'value') && label.key && label.period && label.value !== undefined,
    )
  return [...new Map(sources.map((source) => [source.label.key, source])).values()]
}

const ORDER = ['shortfall', 'strength', 'follow-up']

async function chartOf(
  ctx: Context,
  unit: Omit<MaterialUnit, 'charts'>,
  { href, label }: Source,
): Promise<Chart | undefined> {
  const { key = '', period = '' } = label
  const asOf = Number(new URLSearchParams(href.split('?')[1]).get('asOf') ?? Number.NaN)
  const found = await series(ctx, key, { cohort: WHOLE_CITY, ...(asOf > 0 && { asOf }) }).catch(missing)
  const own = found?.units.find(({ unitId }) => unitId === unit.unitId)
  const last = found?.periods.indexOf(period) ?? -1
  if (!found || !own || last < 0) return undefined
  const shape = (text: string) => text.replaceAll(/\d/g, '0')
  const points = found.periods
    .map((each, index) => ({ period: each, value: own.values[index] ?? null }))
    .slice(0, last + 1)
    .filter((point) => shape(point.period) === shape(period) && point.value !== null)
    .slice(-MOST_PERIODS)
  if (points.length < 2) return undefined
  // As many places as the indicator is told with: more of them stand on one another over the bars.
  const rounded = ({ value }: { value: string | null }) =>
    Number(Number(value).toFixed(found.indicator.decimals))
  return {
    title: found.indicator.name,
    unit: label.unit,
    categories: points.map((point) => inTwoLines(readablePeriod(point.period, 'zh-CN'))),
    series: [{ name: unit.name, kind: 'bar', values: points.map(rounded) }],
  }
}

/** Nine periods stand side by side only with the year above. */
const inTwoLines = (period: string) => period.replace(words.yearEnd, `${words.yearEnd}\n`).trim()

/** Where the office compares units. */
const WHOLE_CITY = 'city-wide'

/** An indicator that was retired or renamed since leaves its chart out, not the document. */
function missing(error: { kind?: string }): undefined {
  if (error.kind === 'not-found' || error.kind === 'invalid') return undefined
  throw error
}
