import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { house } from './house-route.tsx'
import {
  readAlertsSearch,
  readClaimsSearch,
  readEntrySearch,
  readLeagueSearch,
  readPositionsSearch,
  readTargetsSearch,
} from './indicator-work-search.ts'
import { readImportSearch, readPageSearch } from './search.ts'

const tableImport = createRoute({
  getParentRoute: () => house,
  path: '/indicators/import',
  staticData: { crumb: 'table-import.title' },
  validateSearch: readImportSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/import/import-screen.tsx'),
    'TableImportScreen',
  ),
})
const entry = createRoute({
  getParentRoute: () => house,
  path: '/indicators/entry',
  staticData: { crumb: 'entry.title' },
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('../screens/indicators/entry/entry-screen.tsx'), 'EntryScreen'),
})
const publications = createRoute({
  getParentRoute: () => house,
  path: '/indicators/publications',
  staticData: { crumb: 'publications.title' },
  validateSearch: readPageSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/publications/publications-screen.tsx'),
    'PublicationsScreen',
  ),
})
const vintages = createRoute({
  getParentRoute: () => house,
  path: '/indicators/vintages',
  staticData: { crumb: 'vintage.title' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/vintages/vintages-screen.tsx'),
    'VintagesScreen',
  ),
})

const define = createRoute({
  getParentRoute: () => house,
  path: '/indicators/new',
  staticData: { crumb: 'define.new' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/define/define-screen.tsx'),
    'DefineScreen',
  ),
})
const editDefinition = createRoute({
  getParentRoute: () => house,
  path: '/indicators/$code/edit',
  staticData: { crumb: 'indicator.definition' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/define/edit-screen.tsx'),
    'EditDefinitionScreen',
  ),
})

const claims = createRoute({
  getParentRoute: () => house,
  path: '/indicators/claims',
  staticData: { crumb: 'claim.title' },
  validateSearch: readClaimsSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/claims/claims-screen.tsx'),
    'ClaimsScreen',
  ),
})
const claimSheet = createRoute({
  getParentRoute: () => house,
  path: '/indicators/claims/$reportId',
  staticData: { crumb: 'claim.title' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/claims/claim-sheet-screen.tsx'),
    'ClaimSheetScreen',
  ),
})

const targets = createRoute({
  getParentRoute: () => house,
  path: '/indicators/targets',
  staticData: { crumb: 'target.title' },
  validateSearch: readTargetsSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/targets/targets-screen.tsx'),
    'TargetsScreen',
  ),
})

const alerts = createRoute({
  getParentRoute: () => house,
  path: '/indicators/alerts',
  staticData: { crumb: 'alert.title' },
  validateSearch: readAlertsSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/alerts/alerts-screen.tsx'),
    'AlertsScreen',
  ),
})

const leagues = createRoute({
  getParentRoute: () => house,
  path: '/indicators/leagues',
  staticData: { crumb: 'composite.title' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/leagues/leagues-screen.tsx'),
    'LeaguesScreen',
  ),
})
const league = createRoute({
  getParentRoute: () => house,
  path: '/indicators/leagues/$key',
  staticData: { crumb: 'composite.one' },
  validateSearch: readLeagueSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/leagues/league-screen.tsx'),
    'LeagueScreen',
  ),
})

const positions = createRoute({
  getParentRoute: () => house,
  path: '/indicators/positions',
  staticData: { crumb: 'position.title' },
  validateSearch: readPositionsSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/positions/positions-screen.tsx'),
    'PositionsScreen',
  ),
})

/** The rooms where indicators are worked on: figures in, definitions, targets, checks. */
export const indicatorWorkRoutes = [
  tableImport,
  entry,
  publications,
  vintages,
  define,
  editDefinition,
  targets,
  claims,
  claimSheet,
  leagues,
  league,
  alerts,
  positions,
] as const
