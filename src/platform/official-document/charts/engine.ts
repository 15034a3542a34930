import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, SVGRenderer])

export { init, setPlatformAPI } from 'echarts/core'

/** A chart across the text block, in points of the screen at 96 to the inch: 140 × 58 mm, three to a page. */
export const CHART = { width: 560, height: 176, widthMm: 140, heightMm: 44, scale: 2 } as const
