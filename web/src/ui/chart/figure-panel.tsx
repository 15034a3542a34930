import { Button, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { type ChartTable, csvOf } from './chart-table.ts'
import { saveFile } from './save-file.ts'
import '../data-table.css'
import './chart.css'

interface FigurePanelProps {
  title: string
  /** Denominator, period, vintage, source: what a number needs beside it. */
  caption?: ReactNode
  table: ChartTable
  /** Without ending: `.csv` is added. */
  fileName: string
  /** Further buttons; told whether the table is on screen. */
  tools?: (isTable: boolean) => ReactNode
  /** Choices of what is drawn, under the title. */
  choices?: ReactNode
  /** What is drawn. A screen reader reads the table instead. */
  children: (isTable: boolean) => ReactNode
}

/** Something drawn with its table beside it: one click apart on screen, both for a screen reader, the drawing on paper. */
export function FigurePanel({ title, caption, table, fileName, tools, choices, children }: FigurePanelProps) {
  const { t } = useWords()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const isTable = view === 'table'
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
          {tools?.(isTable)}
        </div>
      </figcaption>
      {choices && <div className="chart-choices no-print">{choices}</div>}
      {children(isTable)}
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
