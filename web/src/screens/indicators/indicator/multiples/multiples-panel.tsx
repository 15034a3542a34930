import { Link } from '@tanstack/react-router'
import type { LeagueTable, Series } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { FigurePanel } from '../../../../ui/chart/figure-panel.tsx'
import { Sparkline } from '../../../../ui/chart/sparkline.tsx'
import { numberScale } from '../../parts/number-scale.ts'
import { periodsLike } from '../../parts/periods.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import './multiples.css'

/** A small line for each unit of the table, all on one scale, in the order of their places. */
export function MultiplesPanel({ table, series }: { table: LeagueTable; series: Series }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const periods = periodsLike(series.periods, table.period)
  const place = new Map(series.periods.map((period, at) => [period, at]))
  const rank = new Map(table.rows.map((row) => [row.key, row.rank]))
  const units = series.units
    .map((unit) => ({ ...unit, values: periods.map((period) => unit.values[place.get(period)!] ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null))
    .sort(
      (a, b) => (rank.get(a.key) ?? Number.POSITIVE_INFINITY) - (rank.get(b.key) ?? Number.POSITIVE_INFINITY),
    )
  if (periods.length < 2 || units.length === 0) return null
  const all = units.flatMap(({ values }) => values)
  const numbers = all.flatMap((value) => (value === null ? [] : [Number(value)]))
  const range = [Math.min(...numbers), Math.max(...numbers)] as const
  const { measure, decimals, code } = series.indicator
  const scale = numberScale(all, measure, { decimals, locale })
  return (
    <FigurePanel
      title={t('indicator.multiples')}
      caption={t('indicator.multiples-caption', {
        from: words.period(periods[0]!),
        to: words.period(periods.at(-1)!),
        low: scale.show(String(range[0])),
        high: scale.show(String(range[1])),
        unit: scale.unit,
      })}
      fileName={`${code}-units`}
      table={{
        columns: [
          { key: 'unit', title: t('indicator.unit') },
          ...periods.map((period) => ({
            key: period,
            title: words.period(period),
            align: 'right' as const,
          })),
        ],
        rows: units.map((unit) => ({
          unit: words.unit(unit),
          ...Object.fromEntries(periods.map((period, at) => [period, unit.values[at] ?? null])),
        })),
      }}
    >
      {(isTable) => (
        <ul className="multiples" hidden={isTable}>
          {units.map((unit) => {
            const last = unit.values.findLast((value) => value !== null) ?? null
            return (
              <li key={unit.key}>
                <span className="multiples-name">
                  <Link
                    to="/indicators/units/$unitId"
                    params={{ unitId: unit.unitId ?? unit.key }}
                    search={{}}
                  >
                    {words.unit(unit)}
                  </Link>
                  <span className="figure">{scale.show(last)}</span>
                </span>
                <Sparkline
                  values={unit.values.map((value) => (value === null ? null : Number(value)))}
                  label={t('indicator.line-of', { unit: words.unit(unit), value: scale.show(last) })}
                  range={range}
                  width={180}
                  height={44}
                  isFluid
                />
              </li>
            )
          })}
        </ul>
      )}
    </FigurePanel>
  )
}
