import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { house, stage } from './house-route.tsx'
import { readAfterSearch, readMattersSearch, readOverTimeSearch, readSheetSearch } from './review-search.ts'

const cycles = createRoute({
  getParentRoute: () => house,
  path: '/review',
  component: lazyRouteComponent(() => import('../screens/review/cycles/cycles-screen.tsx'), 'CyclesScreen'),
})
const review = createRoute({
  getParentRoute: () => house,
  path: '/review/$reviewId',
  staticData: { crumb: 'cycle.crumb' },
  component: lazyRouteComponent(() => import('../screens/review/cycle/review-screen.tsx'), 'ReviewScreen'),
})
const sheet = createRoute({
  getParentRoute: () => house,
  path: '/review/$reviewId/sheets/$unitId',
  staticData: { crumb: 'cycle.sheet-crumb' },
  validateSearch: readSheetSearch,
  component: lazyRouteComponent(() => import('../screens/review/sheet/sheet-screen.tsx'), 'SheetScreen'),
})
const book = createRoute({
  getParentRoute: () => house,
  path: '/review/$reviewId/book',
  staticData: { crumb: 'cycle.book-crumb' },
  validateSearch: readSheetSearch,
  component: lazyRouteComponent(() => import('../screens/review/book/book-screen.tsx'), 'BookScreen'),
})
const bookByNumber = createRoute({
  getParentRoute: () => house,
  path: '/reviews/books/$number',
  staticData: { crumb: 'cycle.book-crumb' },
  validateSearch: readSheetSearch,
  component: lazyRouteComponent(() => import('../screens/review/book/book-by-number.tsx'), 'BookByNumber'),
})
const templates = createRoute({
  getParentRoute: () => house,
  path: '/review/templates',
  staticData: { crumb: 'template.title' },
  component: lazyRouteComponent(
    () => import('../screens/review/templates/templates-screen.tsx'),
    'TemplatesScreen',
  ),
})
const reviews = createRoute({
  getParentRoute: () => house,
  path: '/reviews',
  staticData: { crumb: 'cycle.tab.units' },
  component: lazyRouteComponent(() => import('../screens/reviews/reviews-screen.tsx'), 'ReviewsScreen'),
})
const unitReview = createRoute({
  getParentRoute: () => house,
  path: '/reviews/$unitId',
  staticData: { crumb: 'review.crumb' },
  component: lazyRouteComponent(
    () => import('../screens/reviews/unit/unit-review-screen.tsx'),
    'UnitReviewScreen',
  ),
})
const after = createRoute({
  getParentRoute: () => house,
  path: '/review/$reviewId/after',
  staticData: { crumb: 'after.crumb' },
  validateSearch: readAfterSearch,
  component: lazyRouteComponent(() => import('../screens/review-after/after-screen.tsx'), 'AfterScreen'),
})
const matters = createRoute({
  getParentRoute: () => house,
  path: '/review/matters',
  staticData: { crumb: 'matter.title' },
  validateSearch: readMattersSearch,
  component: lazyRouteComponent(() => import('../screens/matters/matters-screen.tsx'), 'MattersScreen'),
})
const matter = createRoute({
  getParentRoute: () => house,
  path: '/review/matters/$matterId',
  staticData: { crumb: 'matter.crumb' },
  component: lazyRouteComponent(() => import('../screens/matters/matter/matter-screen.tsx'), 'MatterScreen'),
})
const overTime = createRoute({
  getParentRoute: () => house,
  path: '/review/over-time',
  staticData: { crumb: 'time.title' },
  validateSearch: readOverTimeSearch,
  component: lazyRouteComponent(
    () => import('../screens/review-over-time/over-time-screen.tsx'),
    'OverTimeScreen',
  ),
})

const day = createRoute({
  getParentRoute: () => stage,
  path: '/review/$reviewId/day',
  component: lazyRouteComponent(() => import('../screens/review-day/day-screen.tsx'), 'DayScreen'),
})

/** The page of the meeting's day, which fills the window. */
export const stageRoutes = [day] as const

/** The room of the quarterly review. */
export const reviewRoutes = [
  cycles,
  review,
  sheet,
  book,
  after,
  matters,
  matter,
  overTime,
  bookByNumber,
  templates,
  reviews,
  unitReview,
] as const
