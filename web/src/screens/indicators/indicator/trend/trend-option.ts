import type { UnitRef } from '../../../../api/indicators.ts'
import { CHART_COLOURS, type ChartOption } from '../../../../ui/chart/chart-option.ts'
import type { NumberScale } from '../../parts/number-scale.ts'
import type { Trend, TrendLine } from './trend-lines.ts'

export interface TrendWords {
  readonly scale: NumberScale
  unit(unit: UnitRef): string
  period(text: string): string
  /** What a vintage said. */
  vintage(number: number, value: string): string
  /** That the definition changed on a day. */
  brokenSince(day: string): string
}

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const

/**
 * Lines over time, told apart by symbol and colour. A line is cut where the definition changed; a revised value has a
 * ring, and what was published before stands beside it hollow.
 */
export function trendOption(trend: Trend, words: TrendWords): ChartOption {
  const { scale } = words
  const series = trend.lines.flatMap((line, at) => linesOf(trend, { line, at, words }))
  return {
    grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, type: 'scroll', data: trend.lines.map(({ unit }) => words.unit(unit)) },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const { data } = params as unknown as { data?: { shown?: string } }
        return data?.shown ?? ''
      },
    },
    xAxis: {
      type: 'category',
      data: trend.periods.map(words.period),
      boundaryGap: true,
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: scale.unit,
      nameTextStyle: { align: 'left' },
      axisLabel: { formatter: (value: number) => scale.showTick(value) },
    },
    series: [...series, ...breakLines(trend, words)],
  } as ChartOption
}

interface Drawn {
  readonly line: TrendLine
  readonly at: number
  readonly words: TrendWords
}

function linesOf(trend: Trend, { line, at, words }: Drawn) {
  const { scale } = words
  const name = words.unit(line.unit)
  const color = CHART_COLOURS[at % CHART_COLOURS.length]!
  const symbol = SYMBOLS[at % SYMBOLS.length]!
  const revised = new Map(line.revisions.map(({ period }) => [period, color]))
  const isMany = trend.periods.length > 40
  const cuts = [0, ...trend.breaks.map((each) => each.at), trend.periods.length]
  const pieces = cuts.slice(1).map((end, piece) => {
    const start = cuts[piece]!
    return {
      type: 'line' as const,
      name,
      color,
      symbol,
      symbolSize: isMany ? 4 : 6,
      lineStyle: { width: 2 },
      connectNulls: false,
      data: trend.periods.map((period, index) => {
        const value = line.values[index] ?? null
        if (value === null || index < start || index >= end) return null
        const isRevised = revised.has(period)
        return {
          value: Number(value),
          shown: `${name} ${words.period(period)}: ${scale.show(value)} ${scale.unit}`,
          ...(isRevised && { symbolSize: 11, itemStyle: { color, borderColor: '#ffe9a8', borderWidth: 3 } }),
        }
      }),
    }
  })
  if (line.revisions.length === 0) return pieces
  const former = {
    type: 'scatter' as const,
    name,
    symbol: 'emptyCircle',
    symbolSize: 9,
    color,
    itemStyle: { color },
    data: line.revisions.flatMap(({ period, vintage, value }) =>
      value === null
        ? []
        : [
            {
              value: [trend.periods.indexOf(period), Number(value)],
              shown: `${name} ${words.period(period)}: ${words.vintage(vintage, `${scale.show(value)} ${scale.unit}`)}`,
            },
          ],
    ),
  }
  return [...pieces, former]
}

/** A dashed line where the definition changed, with its day. */
function breakLines(trend: Trend, words: TrendWords) {
  if (trend.breaks.length === 0) return []
  return [
    {
      type: 'line' as const,
      data: [],
      silent: true,
      markLine: {
        symbol: 'none',
        lineStyle: { color: '#8a5a00', type: 'dashed' as const, width: 1.5 },
        label: { position: 'end' as const, color: '#8a5a00' },
        data: trend.breaks.map(({ at, day }) => ({
          xAxis: at,
          label: { formatter: words.brokenSince(day) },
        })),
      },
    },
  ]
}
