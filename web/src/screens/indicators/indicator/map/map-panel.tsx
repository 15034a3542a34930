import { useMemo } from 'react'
import { type LeagueTable, type UnitMap, useUnitMap } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ChartPanel } from '../../../../ui/chart/chart-panel.tsx'
import { lastDayOf } from '../../parts/periods.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { leagueScale } from '../league/league-scale.ts'
import { mapInset } from './map-inset.ts'
import { mapName, mapOption, mapShapes } from './map-option.ts'

/** The units on a map as they were at the end of the period; nothing where the city has no outlines of them. */
export function MapPanel({ table }: { table: LeagueTable }) {
  const { data } = useUnitMap(lastDayOf(table.period))
  if (!data) return null
  const ids = new Set(data.shapes.map(({ unitId }) => unitId))
  const isDrawn = table.rows.some(({ unitId }) => unitId !== null && ids.has(unitId))
  return isDrawn ? <DrawnMap table={table} map={data} /> : null
}

function DrawnMap({ table, map }: { table: LeagueTable; map: UnitMap }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const shapes = useMemo(() => ({ name: mapName(map), shapes: mapShapes(map) }), [map])
  const scale = leagueScale(table, locale)
  const option = useMemo(
    () =>
      mapOption(table, map, {
        scale: leagueScale(table, locale),
        unit: words.unit,
        count: (count) => t('indicator.units-count', { count }),
        withoutValue: t('indicator.not-ranked'),
      }),
    [table, map, locale, words, t],
  )
  const valueName = t(`indicator.value-of.${table.measure}`)
  const valueTitle = table.unitOfMeasure
    ? t('indicator.headed', { title: valueName, unit: table.unitOfMeasure })
    : valueName
  const note = (locale === 'en' && map.noteEn) || map.note
  return (
    <ChartPanel
      title={t('indicator.map')}
      caption={t('indicator.map-caption', {
        period: words.period(table.period),
        measure: scale.unit || words.named(table.indicator),
        note,
      })}
      option={option}
      map={shapes}
      height={mapInset(map) ? 540 : 330}
      fileName={`${table.indicator.code}-${table.period.replace('/', '_')}-map`}
      table={{
        columns: [
          { key: 'unit', title: t('indicator.unit') },
          { key: 'rank', title: t('indicator.rank'), align: 'right' },
          { key: 'value', title: valueTitle, align: 'right' },
        ],
        rows: table.rows.map((row) => ({ unit: words.unit(row), rank: row.rank, value: row.value })),
      }}
    />
  )
}
