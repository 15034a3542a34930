import type { LeagueTable, UnitMap, UnitRef } from '../../../../api/indicators.ts'
import type { ChartOption } from '../../../../ui/chart/chart-option.ts'
import type { NumberScale } from '../../parts/number-scale.ts'
import { mapClasses } from './map-classes.ts'
import { mapInset } from './map-inset.ts'

/** Light to dark: the class can be told on a grey print, too. */
const TONES = ['#dce8f2', '#a9c6de', '#6d9cc0', '#3a719c', '#17466b']
const WITHOUT_VALUE = '#f1f1ee'
const FRAME = 'frame'
const INSET = 'inset '

interface MapWords {
  readonly scale: NumberScale
  unit(unit: UnitRef): string
  /** How many units a class has. */
  count(count: number): string
  readonly withoutValue: string
}

/** A choropleth by classes; each unit carries its place as a number, so that it can be found in the table. */
export function mapOption(table: LeagueTable, map: UnitMap, words: MapWords): ChartOption {
  const { scale } = words
  const classes = mapClasses(table.rows.flatMap(({ value }) => (value === null ? [] : [Number(value)])))
  const rows = new Map(table.rows.map((row) => [row.unitId, row]))
  const tones = classes.length === 1 ? [TONES[2]!] : spread(classes.length)
  const text = (value: number) => scale.show(decimal(value))
  const inset = mapInset(map)
  /** A unit's shape, and its larger copy, which carries the name in its stead. */
  const drawn = ({ unitId, name }: UnitMap['shapes'][number]) => {
    const row = rows.get(unitId)
    const shownName = words.unit({ key: unitId, name, unitId })
    const value = row?.value ?? null
    const at = value === null ? -1 : classes.findIndex(({ to }) => Number(value) <= to)
    const isDark = at >= 0 && TONES.indexOf(tones[at]!) >= 3
    const item = {
      name: unitId,
      value: value === null ? Number.NaN : Number(value),
      shown: row
        ? `${row.rank}. ${shownName}: ${scale.show(value)} ${scale.unit}`
        : `${shownName}: ${words.withoutValue}`,
      label: {
        formatter: row ? `${row.rank}\n${shownName}` : shownName,
        color: isDark ? '#fff' : '#1b2430',
        // A name that is wider than its unit stays readable beyond the border.
        textBorderColor: at < 0 ? WITHOUT_VALUE : tones[at]!,
        textBorderWidth: 2,
      },
    }
    return inset?.shapes.has(unitId)
      ? [
          { ...item, label: { ...item.label, show: false }, emphasis: { label: { show: false } } },
          { ...item, name: `${INSET}${unitId}`, label: { ...item.label, fontSize: 11, lineHeight: 12 } },
        ]
      : [item]
  }
  return {
    tooltip: {
      formatter: (params) => {
        const { data } = params as unknown as { data?: { shown: string } }
        return data?.shown ?? ''
      },
    },
    visualMap: {
      type: 'piecewise',
      left: 0,
      bottom: 0,
      padding: [5, 0],
      itemWidth: 12,
      itemHeight: 11,
      itemGap: 5,
      textStyle: { fontSize: 11 },
      pieces: [
        ...classes.map(({ from, to, count }, at) => ({
          gte: from,
          lte: to,
          color: tones[at]!,
          label: `${from === to ? text(from) : `${text(from)}–${text(to)}`} · ${words.count(count)}`,
        })),
      ].reverse(),
      outOfRange: { color: WITHOUT_VALUE },
    },
    series: [
      {
        type: 'map',
        map: mapName(map),
        nameProperty: 'id',
        aspectScale: aspectOf(map),
        left: 8,
        right: 8,
        top: 8,
        bottom: inset ? 8 : Math.max(classes.length, 1) * 17 + 8,
        selectedMode: false,
        emphasis: { label: { color: '#1b2430' }, itemStyle: { areaColor: '#ffe9a8' } },
        itemStyle: { borderColor: '#fff', borderWidth: 1, areaColor: WITHOUT_VALUE },
        label: { show: true, fontSize: 12, lineHeight: 14 },
        labelLayout: { hideOverlap: true },
        data: [...map.shapes.flatMap(drawn), ...(inset ? [FRAME_ITEM] : [])],
      },
    ],
  } as ChartOption
}

/** Around the inset; no unit. */
const FRAME_ITEM = {
  name: FRAME,
  value: Number.NaN,
  shown: '',
  label: { show: false },
  itemStyle: { areaColor: 'transparent', borderColor: '#9aa4ae', borderType: 'dashed' },
  emphasis: { label: { show: false }, itemStyle: { areaColor: 'transparent' } },
}

/** A plain decimal, never with an exponent. */
function decimal(value: number): string {
  const text = String(value)
  return /e/.test(text) ? value.toFixed(12) : text
}

/** So many tones from light to dark, as far apart as can be. */
function spread(count: number): string[] {
  return Array.from({ length: count }, (_, at) => TONES[Math.round((at * (TONES.length - 1)) / (count - 1))]!)
}

/** One name for one set of outlines, by which the drawing keeps it. */
export function mapName({ shapes }: UnitMap): string {
  return `units ${shapes.map(({ unitId }) => unitId).join(' ')}`
}

/** Degrees of longitude are shorter than those of latitude, by its cosine. */
function aspectOf({ shapes }: UnitMap): number {
  const latitudes = shapes.flatMap(({ polygons }) =>
    polygons.flatMap((rings) => rings.flat().map(([, y]) => y)),
  )
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2
  return Math.cos((middle * Math.PI) / 180)
}

/** The outlines as GeoJSON, each feature by the unit's id; the inset's copies and its frame under names of their own. */
export function mapShapes(map: UnitMap): unknown {
  const inset = mapInset(map)
  const features = [
    ...(inset ? [feature(FRAME, inset.frame)] : []),
    ...map.shapes.map(({ unitId, polygons }) => feature(unitId, polygons)),
    ...[...(inset?.shapes ?? [])].map(([unitId, polygons]) => feature(`${INSET}${unitId}`, polygons)),
  ]
  return { type: 'FeatureCollection', features }
}

const feature = (id: string, coordinates: UnitMap['shapes'][number]['polygons']) => ({
  type: 'Feature',
  properties: { id, name: id },
  geometry: { type: 'MultiPolygon', coordinates },
})
