import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { Picture } from '../docx/picture-list.ts'
import fonts from '../fonts.json' with { type: 'json' }
import type { Chart } from '../model.ts'
import { chartAlt } from './chart-alt.ts'
import { chartOption } from './chart-option.ts'
import { CHART, init, setPlatformAPI } from './engine.ts'

// ECharts asks for canvases of its own to measure text on.
setPlatformAPI({ createCanvas: () => createCanvas(1, 1) })

const { width, height, widthMm, heightMm, scale } = CHART
/** One for all charts: its pixels lie outside the heap, where no collector sees how many there are. */
const canvas = createCanvas(width * scale, height * scale)

/** Whether a face for the words of charts is installed; without one they would be rows of empty boxes. */
const hasFace = GlobalFonts.families.some(({ family }) => fonts.chart.includes(family))

/** A chart as a picture for print (about 200 dots to the inch). It loads a native library: only the rendering thread imports this file.
 * Undefined where no face for its words is installed: the document then tells the figures as text. */
export function drawPng(chart: Chart): Picture | undefined {
  if (!hasFace) return undefined
  canvas.getContext('2d').reset()
  const drawn = init(canvas, null, {
    renderer: 'canvas',
    width,
    height,
    devicePixelRatio: scale,
  })
  try {
    drawn.setOption(chartOption(chart))
    drawn.getZr().flush()
    return { png: canvas.toBuffer('image/png'), widthMm, heightMm, alt: chartAlt(chart) }
  } finally {
    // Without it the process never ends (DEPENDENCIES.md 6).
    drawn.dispose()
  }
}
