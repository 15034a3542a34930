import type { LeagueTable, UnitRef } from '../../../../api/indicators.ts'
import type { Words } from '../../../../i18n/use-words.ts'
import type { ChartTable } from '../../../../ui/chart/chart-table.ts'

interface FileWords {
  readonly t: Words['t']
  unit(unit: UnitRef): string
  reason(code: string): string
}

/** A league table for a file: raw values in the published unit of measure, whoever is apart below with the reason. */
export function leagueFile(table: LeagueTable, { t, unit, reason }: FileWords): ChartTable {
  const columns = [
    { key: 'rank', title: t('indicator.rank') },
    { key: 'sharedBy', title: t('indicator.file.shared-by') },
    { key: 'key', title: t('indicator.file.key') },
    { key: 'unit', title: t('indicator.unit') },
    { key: 'value', title: t(`indicator.value-of.${table.measure}`) },
    { key: 'measure', title: t('indicator.unit-of-measure') },
    { key: 'formerRank', title: t('indicator.file.former-rank') },
    { key: 'formerValue', title: t('indicator.file.former-value') },
    { key: 'toNextBetter', title: t('indicator.file.to-next-better') },
    { key: 'toNextWorse', title: t('indicator.file.to-next-worse') },
    { key: 'streak', title: t('indicator.file.streak') },
    { key: 'since', title: t('indicator.file.since') },
    { key: 'numerator', title: t('indicator.file.numerator') },
    { key: 'denominator', title: t('indicator.file.denominator') },
    { key: 'reason', title: t('indicator.file.reason') },
    { key: 'period', title: t('indicator.period') },
    { key: 'vintage', title: t('indicator.file.vintage') },
  ]
  const every = { measure: table.unitOfMeasure, period: table.period, vintage: table.asOf }
  return {
    columns,
    rows: [
      ...table.rows.map((row) => ({
        ...every,
        rank: row.rank,
        sharedBy: row.sharedBy,
        key: row.key,
        unit: unit(row),
        value: row.value,
        formerRank: row.formerRank,
        formerValue: row.formerValue,
        toNextBetter: row.toNextBetter?.amount ?? null,
        toNextWorse: row.toNextWorse?.amount ?? null,
        streak: row.streak?.length ?? null,
        since: row.streak?.since ?? null,
        numerator: row.numerator,
        denominator: row.denominator,
        reason: row.note,
      })),
      ...table.apart.map((row) => ({
        ...every,
        key: row.key,
        unit: unit(row),
        value: row.value,
        reason: [reason(row.reason), row.note].filter(Boolean).join(' '),
      })),
    ],
  }
}
