import type { EChartsCoreOption } from 'echarts/core'
import fonts from '../fonts.json' with { type: 'json' }
import type { Chart } from '../model.ts'

/** Told apart in a grey print too. */
const COLOURS = ['#17466b', '#b9770e', '#6f8fa8', '#3d3d3d']
const MOST_LABELS = 14

/** What ECharts is asked to draw: no motion, ink on white, values written where they fit. */
export function chartOption({ categories, series, unit, isRank }: Chart): EChartsCoreOption {
  const label = {
    show: categories.length * series.length <= MOST_LABELS,
    fontSize: 12,
    color: '#1b2430',
    textBorderWidth: 0,
  }
  const hasBars = series.some(({ kind }) => kind === 'bar')
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    textStyle: { fontFamily: fonts.chart.join(','), fontSize: 13, color: '#1b2430' },
    grid: {
      left: 12,
      right: 20,
      top: 36,
      bottom: series.length > 1 ? 34 : 10,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: series.length > 1,
      bottom: 4,
      itemWidth: 18,
      itemHeight: 10,
      textStyle: { fontSize: 13 },
    },
    xAxis: {
      type: 'category',
      data: categories,
      axisTick: { show: false },
      axisLabel: { fontSize: 12, color: '#1b2430', interval: categories.length > 12 ? 'auto' : 0 },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { fontSize: 12, color: '#1b2430', align: 'left' },
      scale: series.every(({ kind }) => kind === 'line'),
      splitNumber: 3,
      axisLabel: { fontSize: 12, color: '#1b2430' },
      splitLine: { lineStyle: { color: '#dde2e7' } },
      ...(isRank && { inverse: true, minInterval: 1, min: 1 }),
    },
    series: series.map(({ name, kind, values }, index) => ({
      name,
      type: kind,
      data: values,
      barMaxWidth: 36,
      symbolSize: 7,
      lineStyle: { width: 2.5, type: index % 2 === 0 ? 'solid' : 'dashed' },
      // A line over bars goes without: its labels would stand on theirs.
      label:
        kind === 'bar' && series.length > 1
          ? { ...label, position: 'insideBottom', color: '#ffffff' }
          : { ...label, show: label.show && (kind === 'bar' || !hasBars), position: 'top' },
    })),
  }
}
