import { BarChart, BoxplotChart, LineChart, MapChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components'
import { type EChartsType, init, registerMap, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([
  AriaComponent,
  BarChart,
  BoxplotChart,
  GeoComponent,
  GridComponent,
  LegendComponent,
  LineChart,
  MapChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapPiecewiseComponent,
])

export type Chart = EChartsType
export { registerMap }

/** A chart in a box, drawn as SVG: sharp on paper and on a projector. Loaded only by screens that draw. */
export function drawIn(box: HTMLElement): Chart {
  return init(box, null, { renderer: 'svg' })
}
