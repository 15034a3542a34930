import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { MessageKey } from '../i18n/translate.ts'
import { LoadingLines } from '../ui/loading-lines.tsx'
import { accountRoutes, duties } from './account-routes.ts'
import { CrashedPage, MissingPage } from './failure-pages.tsx'
import { house, root, stage } from './house-route.tsx'
import {
  readCompareSearch,
  readIndicatorSearch,
  readIndicatorsSearch,
  readMeasuredUnitSearch,
  readPaceSearch,
} from './indicator-search.ts'
import { indicatorWorkRoutes } from './indicator-work-routes.ts'
import { readItemSearch, readMyUnitSearch, readStatisticsSearch } from './item-search.ts'
import { readLedgerSearch } from './ledger-search.ts'
import { reviewRoutes, stageRoutes } from './review-routes.ts'
import {
  readCheckSearch,
  readImportSearch,
  readJournalSearch,
  readPageSearch,
  readSignInSearch,
  readStatementSearch,
} from './search.ts'
import { readSettingsSearch } from './settings-search.ts'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** The page's name in the breadcrumb. */
    crumb?: MessageKey
  }
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('../screens/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
})

const home = createRoute({
  getParentRoute: () => house,
  path: '/',
  component: lazyRouteComponent(() => import('../screens/home/home-screen.tsx'), 'HomeScreen'),
})
const reports = createRoute({
  getParentRoute: () => house,
  path: '/reports',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('../screens/reports/reports-screen.tsx'), 'ReportsScreen'),
})
const report = createRoute({
  getParentRoute: () => house,
  path: '/reports/$reportId',
  staticData: { crumb: 'read.crumb' },
  validateSearch: readStatementSearch,
  component: lazyRouteComponent(
    () => import('../screens/reports/read-accept/read-accept-screen.tsx'),
    'ReadAcceptScreen',
  ),
})
const check = createRoute({
  getParentRoute: () => house,
  path: '/check',
  validateSearch: readCheckSearch,
  component: lazyRouteComponent(() => import('../screens/check/check-screen.tsx'), 'CheckScreen'),
})
const ledger = createRoute({
  getParentRoute: () => house,
  path: '/ledger',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('../screens/ledger/ledger-screen.tsx'), 'LedgerScreen'),
})
const item = createRoute({
  getParentRoute: () => house,
  path: '/ledger/items/$itemId',
  staticData: { crumb: 'item.crumb' },
  validateSearch: readItemSearch,
  component: lazyRouteComponent(() => import('../screens/item/item-screen.tsx'), 'ItemScreen'),
})
const ledgerSettings = createRoute({
  getParentRoute: () => house,
  path: '/ledger/settings',
  staticData: { crumb: 'ledger-settings.title' },
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(
    () => import('../screens/ledger-settings/ledger-settings-screen.tsx'),
    'LedgerSettingsScreen',
  ),
})
const statistics = createRoute({
  getParentRoute: () => house,
  path: '/ledger/statistics',
  staticData: { crumb: 'nav.statistics' },
  validateSearch: readStatisticsSearch,
  component: lazyRouteComponent(
    () => import('../screens/statistics/statistics-screen.tsx'),
    'StatisticsScreen',
  ),
})
const ledgerImport = createRoute({
  getParentRoute: () => house,
  path: '/ledger/import',
  staticData: { crumb: 'ledger.import' },
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('../screens/ledger-import/import-screen.tsx'), 'ImportScreen'),
})
const desk = createRoute({
  getParentRoute: () => house,
  path: '/desk',
  component: lazyRouteComponent(() => import('../screens/desk/desk-screen.tsx'), 'DeskScreen'),
})
const myUnit = createRoute({
  getParentRoute: () => house,
  path: '/my-unit',
  validateSearch: readMyUnitSearch,
  component: lazyRouteComponent(() => import('../screens/desk/my-unit-screen.tsx'), 'MyUnitScreen'),
})
const indicators = createRoute({
  getParentRoute: () => house,
  path: '/indicators',
  validateSearch: readIndicatorsSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/list/indicators-screen.tsx'),
    'IndicatorsScreen',
  ),
})
const indicator = createRoute({
  getParentRoute: () => house,
  path: '/indicators/$code',
  staticData: { crumb: 'indicator.crumb' },
  validateSearch: readIndicatorSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/indicator/indicator-screen.tsx'),
    'IndicatorScreen',
  ),
})
const measuredUnit = createRoute({
  getParentRoute: () => house,
  path: '/indicators/units/$unitId',
  staticData: { crumb: 'unit-page.crumb' },
  validateSearch: readMeasuredUnitSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/unit/measured-unit-screen.tsx'),
    'MeasuredUnitScreen',
  ),
})
const indicatorPace = createRoute({
  getParentRoute: () => house,
  path: '/indicators/pace',
  staticData: { crumb: 'nav.pace' },
  validateSearch: readPaceSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/pace/pace-board-screen.tsx'),
    'PaceBoardScreen',
  ),
})
const compare = createRoute({
  getParentRoute: () => house,
  path: '/indicators/compare',
  staticData: { crumb: 'compare.title' },
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(
    () => import('../screens/indicators/compare/compare-screen.tsx'),
    'CompareScreen',
  ),
})
const publication = createRoute({
  getParentRoute: () => house,
  path: '/indicators/publications/$number',
  staticData: { crumb: 'publication.crumb' },
  component: lazyRouteComponent(
    () => import('../screens/indicators/publication/publication-screen.tsx'),
    'PublicationScreen',
  ),
})
const units = createRoute({
  getParentRoute: () => house,
  path: '/units',
  component: lazyRouteComponent(() => import('../screens/units/units-screen.tsx'), 'UnitsScreen'),
})
const journal = createRoute({
  getParentRoute: () => house,
  path: '/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import('../screens/journal/journal-screen.tsx'), 'JournalScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    duties,
    house.addChildren([
      home,
      reports,
      report,
      check,
      ledger,
      item,
      ledgerSettings,
      statistics,
      ledgerImport,
      desk,
      myUnit,
      indicators,
      indicator,
      measuredUnit,
      ...indicatorWorkRoutes,
      indicatorPace,
      compare,
      publication,
      ...reviewRoutes,
      units,
      journal,
      ...accountRoutes,
    ]),
    stage.addChildren([...stageRoutes]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingLines,
  defaultErrorComponent: CrashedPage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
})
