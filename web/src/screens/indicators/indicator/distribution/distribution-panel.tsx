import { useMemo } from 'react'
import type { LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ChartPanel } from '../../../../ui/chart/chart-panel.tsx'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { leagueScale } from '../league/league-scale.ts'
import { type Dot, distributionOption } from './distribution-option.ts'
import { quartiles } from './quartiles.ts'

/** Fewer have no distribution. */
const FEWEST = 3

/** How far the units lie apart. */
export function DistributionPanel({ table }: { table: LeagueTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const dots = useMemo(
    () =>
      table.rows.flatMap((row): Dot[] =>
        row.value === null ? [] : [{ name: words.unit(row), rank: row.rank, value: row.value }],
      ),
    [table, words],
  )
  const option = useMemo(() => distributionOption(dots, leagueScale(table, locale)), [dots, table, locale])
  if (dots.length < FEWEST) return null
  const scale = leagueScale(table, locale)
  const [least, lower, median, upper, greatest] = quartiles(dots.map(({ value }) => Number(value)))!
  const text = (value: number) => scale.show(value.toFixed(6))
  return (
    <ChartPanel
      title={t('indicator.distribution')}
      caption={t('indicator.distribution-caption', {
        median: text(median),
        lower: text(lower),
        upper: text(upper),
        spread: text(greatest - least),
        unit: scale.unit,
      })}
      option={option}
      height={150}
      fileName={`${table.indicator.code}-${table.period.replace('/', '_')}-distribution`}
      table={{
        columns: [
          { key: 'name', title: t('indicator.unit') },
          { key: 'rank', title: t('indicator.rank'), align: 'right' },
          { key: 'value', title: t(`indicator.value-of.${table.measure}`), align: 'right' },
        ],
        rows: dots.map((dot) => ({ ...dot })),
      }}
    />
  )
}
