import type { ChartOption } from '../../../../ui/chart/chart-option.ts'
import type { NumberScale } from '../../parts/number-scale.ts'
import { quartiles } from './quartiles.ts'

export interface Dot {
  readonly name: string
  readonly rank: number
  readonly value: string
}

/** A strip of dots, one for each unit, above the box of the quartiles; the ends are named. */
export function distributionOption(dots: readonly Dot[], scale: NumberScale): ChartOption {
  const box = quartiles(dots.map(({ value }) => Number(value)))
  const text = (value: number) => scale.show(/e/.test(String(value)) ? value.toFixed(12) : String(value))
  return {
    grid: { left: 4, right: 16, top: 26, bottom: 4, containLabel: true },
    tooltip: {
      formatter: (params) => {
        const { data } = params as unknown as { data: { shown?: string } }
        return data.shown ?? ''
      },
    },
    xAxis: {
      type: 'value',
      scale: true,
      splitNumber: 4,
      axisLabel: { hideOverlap: true, formatter: (value: number) => scale.showTick(value) },
    },
    yAxis: { type: 'category', data: ['', ' '], axisLine: { show: false } },
    series: [
      {
        type: 'boxplot',
        boxWidth: [16, 22],
        itemStyle: { color: '#e6eef5', borderColor: '#17466b', borderWidth: 1.5 },
        data: box ? [{ value: box, shown: box.map(text).join(' · ') } as never] : [],
      },
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: '#17466b', opacity: 0.75, borderColor: '#fff' },
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        data: dots.map(({ name, rank, value }, at) => ({
          value: [Number(value), 1],
          shown: `${rank}. ${name}: ${scale.show(value)} ${scale.unit}`,
          label: {
            show: at === 0 || at === dots.length - 1,
            formatter: name,
            position: 'top',
            fontSize: 12,
            color: '#1b2430',
          },
        })) as never,
      },
    ],
  } as ChartOption
}
