import { createCanvas } from '@napi-rs/canvas'
import type { Picture } from '../docx/picture-list.ts'
import type { Chart } from '../model.ts'
import { chartAlt } from './chart-alt.ts'
import { chartOption } from './chart-option.ts'
import { CHART, init, setPlatformAPI } from './engine.ts'

// ECharts asks for canvases of its own to measure text on.
setPlatformAPI({ createCanvas: () => createCanvas(1, 1) })

/** A chart as a picture for print (240 dots to the inch). It loads a native library: only the rendering thread imports this file. */
export function drawPng(chart: Chart): Picture {
  const { width, height, widthMm, heightMm, scale } = CHART
  const canvas = createCanvas(width * scale, height * scale)
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
