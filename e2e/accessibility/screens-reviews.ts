import { button, press, type Screen } from './screen.ts'
import { word } from './words.ts'

/** The room of the quarterly review. */
export const REVIEW_SCREENS: readonly Screen[] = [
  { route: '/review', as: 'duban', at: '/review' },
  {
    route: '/review/$reviewId',
    part: 'in preparation',
    as: 'duban',
    at: ({ preparing }) => `/review/${preparing}`,
  },
  {
    route: '/review/$reviewId',
    part: 'agenda that is arranged',
    as: 'duban',
    at: ({ preparing }) => `/review/${preparing}`,
    prepare: press(word('cycle.arrange')),
    ready: button(word('cycle.propose')),
  },
  { route: '/review/$reviewId', part: 'held', as: 'duban', at: ({ held }) => `/review/${held}` },
  {
    route: '/review/$reviewId/sheets/$unitId',
    as: 'duban',
    at: ({ preparing, unitId }) => `/review/${preparing}/sheets/${unitId}`,
    ready: (page) => page.locator('.line').first(),
  },
  {
    route: '/review/$reviewId/sheets/$unitId',
    part: 'frozen',
    as: 'duban',
    at: ({ held, unitId }) => `/review/${held}/sheets/${unitId}`,
    ready: (page) => page.locator('.line').first(),
  },
  { route: '/review/$reviewId/book', as: 'duban', at: ({ held }) => `/review/${held}/book` },
  { route: '/review/$reviewId/day', as: 'duban', at: ({ held }) => `/review/${held}/day` },
  { route: '/review/$reviewId/after', as: 'duban', at: ({ held }) => `/review/${held}/after` },
  { route: '/review/matters', as: 'duban', at: '/review/matters' },
  { route: '/review/matters/$matterId', as: 'duban', at: ({ matterId }) => `/review/matters/${matterId}` },
  { route: '/review/over-time', as: 'duban', at: '/review/over-time' },
  { route: '/review/over-time', part: 'units', as: 'duban', at: '/review/over-time?part=units' },
  {
    route: '/review/over-time',
    part: 'one unit',
    as: 'duban',
    at: ({ unitId }) => `/review/over-time?part=units&unitId=${unitId}`,
  },
  { route: '/review/over-time', part: 'commitments', as: 'duban', at: '/review/over-time?part=commitments' },
  { route: '/review/over-time', part: 'reviews', as: 'duban', at: '/review/over-time?part=reviews' },
  { route: '/reviews/books/$number', as: 'duban', at: '/reviews/books/1' },
  { route: '/review/templates', as: 'duban', at: '/review/templates' },
  { route: '/reviews', as: 'duban', at: '/reviews' },
  { route: '/reviews/$unitId', as: 'duban', at: ({ unitId }) => `/reviews/${unitId}` },
]
