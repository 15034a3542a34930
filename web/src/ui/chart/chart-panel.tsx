import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ChartOption } from './chart-option.ts'
import type { ChartTable } from './chart-table.ts'
import { FigurePanel } from './figure-panel.tsx'
import { savePicture } from './save-file.ts'
import { useChart } from './use-chart.ts'

interface ChartPanelProps {
  title: string
  /** Denominator, period, vintage, source: what a number needs beside it. */
  caption?: ReactNode
  option: ChartOption
  table: ChartTable
  /** Without ending: `.csv` and `.png` are added. */
  fileName: string
  height?: number
  /** Shapes of a map, by a name that the option's series asks for. */
  map?: { readonly name: string; readonly shapes: unknown } | undefined
  /** Choices of what is drawn, under the title. */
  choices?: ReactNode
}

/** A chart with its table, csv and picture. */
export function ChartPanel({ option, height = 260, map, ...figure }: ChartPanelProps) {
  const { box, chart } = useChart(option, map)
  const saveChart = () => {
    const svg = chart?.getDom().querySelector('svg')
    if (svg) void savePicture(svg, `${figure.fileName}.png`)
  }
  return (
    <FigurePanel
      {...figure}
      tools={(isTable) => (
        <Button size="small" disabled={isTable || !chart} onClick={saveChart}>
          PNG
        </Button>
      )}
    >
      {(isTable) => (
        <div
          ref={box}
          className="chart-box"
          style={{ height: `calc(${height}px * var(--type))` }}
          hidden={isTable}
          aria-hidden="true"
        />
      )}
    </FigurePanel>
  )
}
