import type {
  BarSeriesOption,
  BoxplotSeriesOption,
  LineSeriesOption,
  MapSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import type {
  AriaComponentOption,
  GeoComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

/** What the kinds of charts registered in `draw.ts` understand. */
export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | BoxplotSeriesOption
  | GeoComponentOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | MapSeriesOption
  | MarkLineComponentOption
  | ScatterSeriesOption
  | TooltipComponentOption
  | VisualMapComponentOption
>

/** Told apart by lightness too, so that a grey print can be read: dark blue, ochre, green, violet, teal, grey. */
export const CHART_COLOURS = ['#17466b', '#b9770e', '#4f9d69', '#6b3fa0', '#48929b', '#8a94a0'] as const

const INK = '#1b2430'
const SOFT = '#55606e'
const LINE = '#dde2e7'

const axis = {
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
  axisLabel: { color: SOFT, fontSize: 12 },
  splitLine: { lineStyle: { color: LINE } },
}

/** The house's look under what a chart says of itself: no motion, small calm axes, letters `scale` times as large. */
export function withHouseLook(given: ChartOption, scale = 1): ChartOption {
  const option = withLetters(given, scale)
  const look = withLetters(axis, scale)
  const each = (drawn: unknown) =>
    Array.isArray(drawn)
      ? drawn.map((one) => ({ ...look, ...one }))
      : drawn
        ? { ...look, ...(drawn as object) }
        : undefined
  return {
    animation: false,
    color: [...CHART_COLOURS],
    textStyle: { color: INK, fontFamily: houseFont(), fontSize: 12 * scale },
    ...option,
    ...(option.xAxis && { xAxis: each(option.xAxis) }),
    ...(option.yAxis && { yAxis: each(option.yAxis) }),
    // Drawn, not put into the page as markup: a unit's name stays a name, and the content policy takes no styles there.
    ...(option.tooltip && { tooltip: { ...option.tooltip, renderMode: 'richText', confine: true } }),
    grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true, ...(option.grid as object) },
  } as ChartOption
}

/** All letters of an option as many times as large. */
function withLetters<Part>(part: Part, scale: number): Part {
  if (scale === 1 || typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((each) => withLetters(each, scale)) as Part
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      /^(fontSize|lineHeight)$/.test(name) && typeof value === 'number'
        ? value * scale
        : withLetters(value, scale),
    ]),
  ) as Part
}

/** By name: widths are measured on a canvas, which does not know what `inherit` means and would leave too little room. */
function houseFont(): string {
  return typeof document === 'undefined' ? 'sans-serif' : getComputedStyle(document.body).fontFamily
}
