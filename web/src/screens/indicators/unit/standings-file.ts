import type { UnitStanding } from '../../../api/measured-units.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { ChartTable } from '../../../ui/chart/chart-table.ts'
import { isPercent } from '../parts/is-percent.ts'

interface FileWords {
  readonly t: Words['t']
  named(indicator: { name: string; nameEn: string }): string
  reason(code: string): string
}

/** A unit's places for a file, raw. */
export function standingsFile(
  standings: readonly UnitStanding[],
  { t, named, reason }: FileWords,
): ChartTable {
  return {
    columns: [
      { key: 'code', title: t('indicator.code') },
      { key: 'name', title: t('indicator.name') },
      { key: 'period', title: t('indicator.period') },
      { key: 'value', title: t('indicator.value-of.level') },
      { key: 'measure', title: t('indicator.unit-of-measure') },
      { key: 'growth', title: t('unit-page.growth') },
      { key: 'change', title: t('unit-page.change') },
      { key: 'rank', title: t('indicator.rank') },
      { key: 'of', title: t('indicator.file.of') },
      { key: 'sharedBy', title: t('indicator.file.shared-by') },
      { key: 'places', title: t('indicator.file.places') },
      { key: 'reason', title: t('indicator.file.reason') },
    ],
    rows: standings.map((standing) => ({
      code: standing.code,
      name: named(standing),
      period: standing.period,
      value: standing.value,
      measure: standing.unitOfMeasure,
      growth: isPercent(standing.unitOfMeasure) ? null : standing.growth,
      change: standing.change,
      rank: standing.rank,
      of: standing.rank === null ? null : standing.of,
      sharedBy: standing.rank === null ? null : standing.sharedBy,
      places: standing.places,
      reason: standing.reason === null ? null : reason(standing.reason),
    })),
  }
}
