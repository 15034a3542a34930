import type { Screen } from './screen.ts'
import { INDICATOR_SCREENS } from './screens-indicators.ts'
import { REVIEW_SCREENS } from './screens-reviews.ts'
import { ROOM_SCREENS } from './screens-rooms.ts'

/** All screens and their main states; a route without an entry fails the test by its name. */
export const SCREENS: readonly Screen[] = [...ROOM_SCREENS, ...REVIEW_SCREENS, ...INDICATOR_SCREENS]
