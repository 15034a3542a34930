import { useMemo } from 'react'
import type { UnitQuarter } from '../../../api/review-over-time.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { ChartOption } from '../../../ui/chart/chart-option.ts'
import { ChartPanel } from '../../../ui/chart/chart-panel.tsx'
import { reviewName } from '../review-name.ts'
import { rankLines } from './rank-lines.ts'
import { shortfallsOf, strengthsOf } from './told-of.ts'

interface UnitChartsProps {
  quarters: readonly UnitQuarter[]
  name: string
}

/** How a unit's strengths and shortfalls, its items in time and its places went; each with its table. */
export function UnitCharts({ quarters, name }: UnitChartsProps) {
  const { t, locale } = useWords()
  const reviews = useMemo(() => quarters.map((quarter) => reviewName(locale, quarter)), [quarters, locale])
  const lines = useMemo(() => rankLines(quarters), [quarters])
  const words = {
    review: t('time.column.review'),
    strengths: t('cycle.side.strength'),
    shortfalls: t('cycle.side.shortfall'),
    share: t('time.column.on-time'),
  }
  const told = useMemo<ChartOption>(
    () => ({
      legend: { top: 0, right: 0 },
      xAxis: { type: 'category', data: reviews },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: words.strengths, data: quarters.map(strengthsOf), barMaxWidth: 18 },
        { type: 'bar', name: words.shortfalls, data: quarters.map(shortfallsOf), barMaxWidth: 18 },
      ],
    }),
    [quarters, reviews, words.strengths, words.shortfalls],
  )
  const onTime = useMemo<ChartOption>(
    () => ({
      grid: { top: 12 },
      xAxis: { type: 'category', data: reviews },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      series: [{ type: 'line', name: words.share, data: quarters.map(percentOf) }],
    }),
    [quarters, reviews, words.share],
  )
  const places = useMemo<ChartOption>(
    () => ({
      legend: { top: 0, type: 'scroll' },
      xAxis: { type: 'category', data: reviews },
      yAxis: { type: 'value', inverse: true, min: 1, minInterval: 1 },
      series: lines.map(({ subject, positions }) => ({
        type: 'line',
        name: subject,
        data: [...positions],
        connectNulls: true,
      })),
    }),
    [lines, reviews],
  )
  const reviewColumn = { key: 'review', title: words.review }
  return (
    <div className="unit-charts">
      <ChartPanel
        title={t('time.chart.told')}
        caption={t('time.chart.told-note')}
        option={told}
        height={180}
        fileName={`${name} ${t('time.chart.told')}`}
        table={{
          columns: [
            reviewColumn,
            { key: 'strengths', title: words.strengths, align: 'right' },
            { key: 'shortfalls', title: words.shortfalls, align: 'right' },
          ],
          rows: quarters.map((quarter, i) => ({
            review: reviews[i]!,
            strengths: strengthsOf(quarter),
            shortfalls: shortfallsOf(quarter),
          })),
        }}
      />
      {quarters.some(({ onTime: share }) => share !== null) && (
        <ChartPanel
          title={words.share}
          caption={t('time.chart.on-time-note')}
          option={onTime}
          height={180}
          fileName={`${name} ${words.share}`}
          table={{
            columns: [
              reviewColumn,
              { key: 'closed', title: t('time.column.in-time'), align: 'right' },
              { key: 'due', title: t('time.column.due-items'), align: 'right' },
              { key: 'share', title: '%', align: 'right' },
            ],
            rows: quarters.map((quarter, i) => ({
              review: reviews[i]!,
              closed: quarter.onTime?.numerator ?? null,
              due: quarter.onTime?.denominator ?? null,
              share: percentOf(quarter),
            })),
          }}
        />
      )}
      {lines.length > 0 && (
        <ChartPanel
          title={t('time.column.ranks')}
          caption={t('time.chart.ranks-note')}
          option={places}
          height={180}
          fileName={`${name} ${t('time.column.ranks')}`}
          table={{
            columns: [
              reviewColumn,
              ...lines.map(({ subject }) => ({ key: subject, title: subject, align: 'right' as const })),
            ],
            rows: quarters.map((_, i) => ({
              review: reviews[i]!,
              ...Object.fromEntries(lines.map(({ subject, positions }) => [subject, positions[i] ?? null])),
            })),
          }}
        />
      )}
    </div>
  )
}

function percentOf({ onTime }: UnitQuarter): number | null {
  return onTime && onTime.denominator > 0 ? Math.round((onTime.numerator / onTime.denominator) * 100) : null
}
