import type { LeagueTable, Series } from '../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../app/indicator-search.ts'
import { DistributionPanel } from './distribution/distribution-panel.tsx'
import { LeaguePanel } from './league/league-panel.tsx'
import { MapPanel } from './map/map-panel.tsx'
import { MultiplesPanel } from './multiples/multiples-panel.tsx'
import { TrendPanel } from './trend/trend-panel.tsx'
import type { ChangeView } from './use-indicator-view.ts'

interface IndicatorViewsProps {
  table: LeagueTable
  series: Series
  search: IndicatorSearch
  onChange: ChangeView
}

/** The league table with map and distribution beside it, the lines over time below. */
export function IndicatorViews({ table, series, search, onChange }: IndicatorViewsProps) {
  return (
    <div className="indicator-views">
      <LeaguePanel table={table} search={search} />
      <div className="indicator-side">
        <MapPanel table={table} />
        <DistributionPanel table={table} />
      </div>
      <TrendPanel table={table} series={series} chosen={search.units} onChange={onChange} />
      <MultiplesPanel table={table} series={series} />
    </div>
  )
}
