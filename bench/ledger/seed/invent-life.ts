import type { StoredItem } from '../../../src/modules/ledger/testing.ts'
import type { Random } from './random.ts'

/** The marks of an item's life as numbers of days; null where it has not come so far. */
export interface InventedLife {
  readonly state: StoredItem['state']
  readonly due: number | null
  readonly firstDue: number | null
  readonly dispatched: number | null
  readonly signed: number | null
  readonly started: number | null
  readonly reported: number | null
  readonly finished: number | null
  readonly closed: number | null
  readonly progress: number
  readonly wasLate: boolean
}

const LIMITS = [10, 15, 30, 30, 60, 90, 90, 180, 365]

/** How many of the items of an age are still open: most of the old ones are closed. */
function openShare(age: number): number {
  if (age < 30) return 0.95
  if (age < 90) return 0.7
  if (age < 180) return 0.4
  if (age < 365) return 0.12
  return 0.02
}

const OPEN_STATES: readonly [StoredItem['state'], number][] = [
  ['in-progress', 0.62],
  ['signed', 0.1],
  ['dispatched', 0.07],
  ['reported', 0.05],
  ['under-verification', 0.04],
  ['returned', 0.04],
  ['reviewed', 0.05],
  ['draft', 0.03],
]

function pickState(random: Random, age: number): StoredItem['state'] {
  if (age >= 20 && random.chance(0.015)) return 'withdrawn'
  if (age >= 20 && !random.chance(openShare(age))) return 'closed'
  if (age >= 10 && random.chance(0.03)) return 'suspended'
  let rest = random.next()
  for (const [state, share] of OPEN_STATES) {
    rest -= share
    if (rest < 0) return state
  }
  return 'in-progress'
}

/** The life of an item that was entered on a day, as it may stand today. */
export function inventLife(random: Random, created: number, today: number): InventedLife {
  const state = pickState(random, today - created)
  const limit = LIMITS[random.below(LIMITS.length)]!
  const isEarly = state === 'draft' || state === 'reviewed' || state === 'withdrawn'
  const firstDue = isEarly && random.chance(0.3) ? null : created + limit
  const due = firstDue !== null && random.chance(0.08) ? firstDue + 30 : firstDue
  const life = {
    state,
    due,
    firstDue,
    reported: null,
    finished: null,
    closed: null,
    progress: 0,
    wasLate: false,
  }
  if (isEarly) return { ...life, dispatched: null, signed: null, started: null }
  const until = (day: number) => Math.min(today, day)
  const dispatched = until(created + random.below(4))
  if (state === 'dispatched') return { ...life, dispatched, signed: null, started: null }
  const signed = until(dispatched + random.below(3))
  if (state === 'signed') return { ...life, dispatched, signed, started: null }
  const started = until(signed + random.below(6))
  const worked = { ...life, dispatched, signed, started }
  const passed = (today - created) / limit
  const progress = Math.max(1, Math.min(95, Math.round(100 * passed * (0.4 + random.next()))))
  if (state === 'reported' || state === 'under-verification')
    return { ...worked, progress: 100, reported: until(today - random.below(10)) }
  if (state !== 'closed') return { ...worked, progress }
  const isLate = random.chance(0.18)
  const finished = Math.max(
    started,
    until(due! + (isLate ? 1 + random.below(30) : -random.below(Math.ceil(limit / 2)))),
  )
  const closed = until(finished + random.below(9))
  return { ...worked, progress: 100, finished, closed, wasLate: finished > due! }
}
