import type { Locale } from '../../../kernel/context.ts'
import type { PaceBoard } from '../schema.ts'
import { wordOf } from '../sentences.ts'
import { numberColumn, type TableFile, textColumn } from './table-file.ts'

const COLUMNS = [
  textColumn('code'),
  textColumn('indicator'),
  textColumn('key'),
  textColumn('unit'),
  textColumn('kind'),
  textColumn('horizon'),
  numberColumn('target'),
  numberColumn('actual'),
  textColumn('unitOfMeasure'),
  { key: 'through', type: 'day' as const },
  numberColumn('expected'),
  numberColumn('expectedPercent'),
  numberColumn('donePercent'),
  numberColumn('gapPoints'),
  numberColumn('gapAmount'),
  textColumn('band'),
  textColumn('remark'),
  textColumn('period'),
  { key: 'on', type: 'day' as const },
  numberColumn('vintage'),
]

/** The board of pace for a file, a line for each target. */
export function paceFile(board: PaceBoard, locale: Locale): TableFile {
  const indicators = new Map(board.indicators.map((each) => [each.code, each]))
  const units = new Map(board.units.map((each) => [each.key, each]))
  const bands = new Map(board.bands.bands.map((each) => [each.key, each.name]))
  return {
    fileName: [wordOf(locale, 'file', 'pace-board'), board.period.replace('/', '~'), board.on].join('-'),
    columns: COLUMNS,
    rows: board.cells.map((cell) => {
      const band = cell.band === null ? undefined : bands.get(cell.band)
      const why = cell.reason ?? (cell.state === 'measured' ? null : cell.state)
      return {
        ...cell,
        code: cell.indicator,
        indicator: indicators.get(cell.indicator)?.name,
        key: cell.unit,
        unit: units.get(cell.unit)?.name,
        kind: wordOf(locale, 'target-kind', cell.kind),
        horizon: wordOf(locale, 'horizon', cell.horizon),
        // A target of growth, or of a share done, is in per cent whatever the indicator is in.
        unitOfMeasure:
          cell.kind === 'growth' || cell.kind === 'share-done'
            ? '%'
            : indicators.get(cell.indicator)?.unitOfMeasure,
        band: locale === 'en' ? band?.en : band?.zh,
        remark: why === null ? '' : wordOf(locale, 'apart', why),
        period: board.period,
        on: board.on,
        vintage: board.asOf,
      }
    }),
  }
}
