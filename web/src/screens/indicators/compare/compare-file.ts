import type { Comparison } from '../../../api/measured-units.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { ChartTable } from '../../../ui/chart/chart-table.ts'

interface FileWords {
  readonly names: { readonly first: string; readonly second: string }
  readonly t: Words['t']
  named(indicator: { name: string; nameEn: string }): string
}

/** Two units side by side for a file, raw. */
export function compareFile(rows: Comparison['rows'], { names, t, named }: FileWords): ChartTable {
  const rankOf = (unit: string) => t('compare.rank-column', { unit })
  return {
    columns: [
      { key: 'code', title: t('indicator.code') },
      { key: 'name', title: t('indicator.name') },
      { key: 'measure', title: t('indicator.unit-of-measure') },
      { key: 'period', title: t('indicator.period') },
      { key: 'first', title: names.first },
      { key: 'firstRank', title: rankOf(names.first) },
      { key: 'second', title: names.second },
      { key: 'secondRank', title: rankOf(names.second) },
      { key: 'difference', title: t('compare.difference') },
    ],
    rows: rows.map(({ first, second, difference }) => ({
      code: first.code,
      name: named(first),
      measure: first.unitOfMeasure,
      period: first.period,
      first: first.value,
      firstRank: first.rank,
      second: second.value,
      secondRank: second.rank,
      difference,
    })),
  }
}
