import type { UnitRef } from '../../../api/indicators.ts'
import type { CompositeTable } from '../../../api/leagues.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { ChartTable } from '../../../ui/chart/chart-table.ts'
import { componentNames } from './component-names.ts'

interface FileWords {
  readonly t: Words['t']
  readonly locale: Words['locale']
  unit(unit: UnitRef): string
}

/** A composite league for a file: score and the points of each component. */
export function compositeFile(composite: CompositeTable, { t, locale, unit }: FileWords): ChartTable {
  return {
    columns: [
      { key: 'rank', title: t('indicator.rank') },
      { key: 'unit', title: t('indicator.unit') },
      { key: 'score', title: t('composite.score') },
      ...[...componentNames(composite, locale)].map(([key, title]) => ({ key: `part ${key}`, title })),
      { key: 'bonus', title: t('composite.bonus') },
      { key: 'adjusted', title: t('composite.adjusted') },
    ],
    rows: composite.rows.map((row) => ({
      rank: row.rank,
      unit: unit(row),
      score: row.score,
      ...Object.fromEntries(row.parts.map(({ component, points }) => [`part ${component}`, points])),
      bonus: row.bonus?.points ?? null,
      adjusted: row.adjusted.points,
    })),
  }
}
