import { type Screen, words } from './screen.ts'

const chart: Screen['ready'] = (page) => page.locator('.chart-box svg').first()

/** The room of indicators. */
export const INDICATOR_SCREENS: readonly Screen[] = [
  {
    route: '/indicators',
    as: 'statistician',
    at: '/indicators',
    ready: words(/诉求办结率|Requests settled/),
  },
  { route: '/indicators/$code', as: 'statistician', at: '/indicators/request-done', ready: chart },
  { route: '/indicators/$code', part: 'computed', as: 'statistician', at: '/indicators/works-per-head' },
  {
    route: '/indicators/units/$unitId',
    as: 'statistician',
    at: ({ unitId }) => `/indicators/units/${unitId}`,
  },
  { route: '/indicators/import', as: 'statistician', at: '/indicators/import' },
  {
    route: '/indicators/import',
    part: 'columns',
    as: 'statistician',
    at: ({ tableId }) => `/indicators/import?id=${tableId}`,
  },
  { route: '/indicators/entry', as: 'qingdu', at: '/indicators/entry?period=2023-10' },
  {
    route: '/indicators/entry',
    part: 'verify',
    as: 'statistician',
    at: '/indicators/entry?period=2023-10&part=verify',
  },
  { route: '/indicators/publications', as: 'statistician', at: '/indicators/publications' },
  {
    route: '/indicators/publications/$number',
    as: 'statistician',
    at: ({ publication }) => `/indicators/publications/${publication}`,
  },
  { route: '/indicators/vintages', as: 'statistician', at: '/indicators/vintages' },
  { route: '/indicators/new', as: 'statistician', at: '/indicators/new' },
  { route: '/indicators/$code/edit', as: 'statistician', at: '/indicators/request-done/edit' },
  {
    route: '/indicators/targets',
    as: 'statistician',
    at: '/indicators/targets?indicator=city-revenue&period=2023',
  },
  { route: '/indicators/claims', as: 'duban', at: '/indicators/claims' },
  {
    route: '/indicators/claims/$reportId',
    as: 'duban',
    at: ({ reportId }) => `/indicators/claims/${reportId}`,
  },
  { route: '/indicators/leagues', as: 'statistician', at: '/indicators/leagues' },
  { route: '/indicators/leagues/$key', as: 'statistician', at: '/indicators/leagues/monthly-score' },
  { route: '/indicators/alerts', as: 'statistician', at: '/indicators/alerts' },
  { route: '/indicators/alerts', part: 'rules', as: 'statistician', at: '/indicators/alerts?part=rules' },
  { route: '/indicators/positions', as: 'statistician', at: '/indicators/positions' },
  { route: '/indicators/pace', as: 'statistician', at: '/indicators/pace' },
  { route: '/indicators/compare', as: 'statistician', at: '/indicators/compare?units=qingdu,heting' },
]
