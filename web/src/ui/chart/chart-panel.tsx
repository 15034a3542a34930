import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import type { ChartOption } from './chart-option.ts'
import { type ChartTable, csvOf } from './chart-table.ts'
import { saveFile, savePicture } from './save-file.ts'
import { useChart } from './use-chart.ts'
import './chart.css'

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
}

/** A chart with its table beside it: one click apart on screen, both for a screen reader, the chart alone on paper. */
export function ChartPanel({ title, caption, option, table, fileName, height = 260, map }: ChartPanelProps) {
  const { t } = useWords()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const { box, chart } = useChart(option, map)
  const isTable = view === 'table'
  const saveChart = () => {
    const svg = chart?.getDom().querySelector('svg')
    if (svg) void savePicture(svg, `${fileName}.png`)
  }
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <div>
          <h3>{title}</h3>
          {caption && <p className="chart-caption">{caption}</p>}
        </div>
        <div className="chart-tools no-print">
          <Segmented
            size="small"
            value={view}
            onChange={setView}
            aria-label={t('chart.view', { title })}
            options={[
              { value: 'chart', label: t('chart.chart') },
              { value: 'table', label: t('chart.table') },
            ]}
          />
          <Button
            size="small"
            onClick={() =>
              saveFile(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
            }
          >
            CSV
          </Button>
          <Button size="small" disabled={isTable || !chart} onClick={saveChart}>
            PNG
          </Button>
        </div>
      </figcaption>
      <div ref={box} className="chart-box" style={{ height }} hidden={isTable} aria-hidden="true" />
      <div className={isTable ? 'chart-table' : 'visually-hidden'}>
        <TableOf table={table} caption={title} />
      </div>
    </figure>
  )
}

function TableOf({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ key, title, align }) => (
            <th key={key} scope="col" className={align === 'right' ? 'is-right' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={`${row[table.columns[0]?.key ?? ''] ?? ''}-${index}`}>
            {table.columns.map(({ key, title, align }) => (
              <td key={key} data-label={title} className={align === 'right' ? 'is-right figure' : undefined}>
                {row[key] ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
