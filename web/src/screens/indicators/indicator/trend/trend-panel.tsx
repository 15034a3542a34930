import { Select } from 'antd'
import { useMemo } from 'react'
import type { LeagueTable, Series } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ChartPanel } from '../../../../ui/chart/chart-panel.tsx'
import type { ChartTable } from '../../../../ui/chart/chart-table.ts'
import { numberScale } from '../../parts/number-scale.ts'
import { periodsLike } from '../../parts/periods.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import type { ChangeView } from '../use-indicator-view.ts'
import { type Trend, trendOf } from './trend-lines.ts'
import { trendOption } from './trend-option.ts'

interface TrendPanelProps {
  table: LeagueTable
  series: Series
  /** Keys, parted by commas; the first three of the table when nobody chose. */
  chosen: string | undefined
  onChange: ChangeView
}

const FIRST_SHOWN = 3
/** As many as can be told apart. */
const MOST = 6

/** Levels over time for the chosen units, with what former vintages said. */
export function TrendPanel({ table, series, chosen, onChange }: TrendPanelProps) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const firsts = table.rows.slice(0, FIRST_SHOWN).map(({ key }) => key)
  const keys = chosen === undefined ? firsts : chosen.split(',').slice(0, MOST)
  const wanted = keys.join(',')
  const trend = useMemo(
    () => trendOf(series, periodsLike(series.periods, table.period), wanted.split(',')),
    [series, table.period, wanted],
  )
  const scale = useMemo(
    () =>
      numberScale(
        trend.lines.flatMap(({ values }) => values),
        series.indicator.measure,
        { decimals: series.indicator.decimals, locale },
      ),
    [trend, series, locale],
  )
  const option = useMemo(
    () =>
      trendOption(trend, {
        scale,
        unit: words.unit,
        period: words.period,
        vintage: (number, value) => t('indicator.said-vintage', { number, value }),
        brokenSince: (day) => t('indicator.break-mark', { day }),
      }),
    [trend, scale, words, t],
  )
  const trendTable = useTrendTable(trend)
  // One period is no line; its values stand in the table above.
  if (trend.periods.length < 2) return null
  const revised = trend.lines.reduce((sum, { revisions }) => sum + revisions.length, 0)
  return (
    <ChartPanel
      title={t('indicator.trend')}
      caption={
        <>
          {t('indicator.trend-caption', { asOf: series.asOf })}
          {revised > 0 && ` ${t('indicator.trend-revised', { count: revised })}`}
          {trend.breaks.map(({ day }) => ` ${t('indicator.break-since', { day })}`)}
        </>
      }
      choices={
        <Select
          mode="multiple"
          aria-label={t('indicator.trend-units')}
          maxCount={MOST}
          style={{ width: '100%', maxWidth: 560 }}
          placeholder={t('indicator.trend-units')}
          value={keys}
          options={series.units.map((unit) => ({ value: unit.key, label: words.unit(unit) }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next: string[]) => onChange({ units: next.join(',') || undefined })}
        />
      }
      option={option}
      height={300}
      fileName={`${series.indicator.code}-trend`}
      table={trendTable}
    />
  )
}

/** Period by period, a column for each unit; what was revised is said in words beside it. */
function useTrendTable(trend: Trend): ChartTable {
  const { t } = useWords()
  const words = useIndicatorWords()
  const isRevised = trend.lines.some(({ revisions }) => revisions.length > 0)
  const said = (period: string) =>
    trend.lines
      .flatMap(({ unit, revisions }) =>
        revisions
          .filter((revision) => revision.period === period)
          .map(({ vintage, value }) =>
            t('indicator.said-before', { unit: words.unit(unit), number: vintage, value: value ?? '—' }),
          ),
      )
      .join(t('app.list-separator'))
  return {
    columns: [
      { key: 'period', title: t('indicator.period') },
      ...trend.lines.map(({ unit }) => ({ key: unit.key, title: words.unit(unit), align: 'right' as const })),
      ...(isRevised ? [{ key: 'said', title: t('indicator.said') }] : []),
    ],
    rows: trend.periods.map((period, at) => ({
      period: words.period(period),
      ...Object.fromEntries(trend.lines.map(({ unit, values }) => [unit.key, values[at] ?? null])),
      ...(isRevised && { said: said(period) }),
    })),
  }
}
