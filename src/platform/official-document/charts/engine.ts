import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, SVGRenderer])

export { init, setPlatformAPI } from 'echarts/core'

/** A chart across the text block, in points of the screen at 96 to the inch: 140 × 66 mm. */
export const CHART = { width: 560, height: 264, widthMm: 140, heightMm: 66, scale: 2.5 } as const
