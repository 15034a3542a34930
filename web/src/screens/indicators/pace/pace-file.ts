import type { PaceBoard, UnitPage } from '../../../api/measured-units.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { ChartTable } from '../../../ui/chart/chart-table.ts'

interface FileWords {
  readonly t: Words['t']
  unit(unit: UnitPage['unit']): string
  named(indicator: { name: string; nameEn: string }): string
}

const FIGURES = [
  'target',
  'actual',
  'through',
  'expected',
  'donePercent',
  'expectedPercent',
  'gapPoints',
  'gapAmount',
] as const

/** The board for a file, a line for each target, raw. */
export function paceFile(board: PaceBoard, { t, unit, named }: FileWords): ChartTable {
  const units = new Map(board.units.map((each) => [each.key, unit(each)]))
  const indicators = new Map(board.indicators.map((each) => [each.code, named(each)]))
  return {
    columns: [
      { key: 'unit', title: t('indicator.unit') },
      { key: 'code', title: t('indicator.code') },
      { key: 'indicator', title: t('indicator.name') },
      { key: 'kind', title: t('pace-board.file.kind') },
      { key: 'horizon', title: t('pace-board.file.horizon') },
      ...FIGURES.map((key) => ({ key, title: t(`pace-board.file.${key}`) })),
      { key: 'band', title: t('pace-board.file.band') },
      { key: 'state', title: t('pace-board.file.state') },
    ],
    rows: board.cells.map((cell) => ({
      unit: units.get(cell.unit) ?? cell.unit,
      code: cell.indicator,
      indicator: indicators.get(cell.indicator) ?? null,
      kind: t(`pace-board.kind.${cell.kind}`),
      horizon: cell.horizon,
      ...Object.fromEntries(FIGURES.map((key) => [key, cell[key]])),
      band: cell.band,
      state: cell.state,
    })),
  }
}
