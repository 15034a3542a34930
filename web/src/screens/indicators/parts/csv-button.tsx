import { Button } from 'antd'
import { type ChartTable, csvOf } from '../../../ui/chart/chart-table.ts'
import { saveFile } from '../../../ui/chart/save-file.ts'

interface CsvButtonProps {
  /** Made when it is asked for. Raw values. */
  table: () => ChartTable
  /** Without its ending. */
  fileName: string
}

/** What is on screen as a file. */
export function CsvButton({ table, fileName }: CsvButtonProps) {
  const save = () =>
    saveFile(new Blob([csvOf(table())], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
  return <Button onClick={save}>CSV</Button>
}
