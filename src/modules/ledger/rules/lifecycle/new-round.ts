import type { Day } from '../../../../kernel/day.ts'
import type { Item } from '../../schema.ts'
import { NEW_ROUND } from '../new-item.ts'

interface Beginning {
  readonly today: Day
  readonly dueOn: Day
  readonly progress: number
  readonly reportBy: Day
}

type Ended = Pick<Item, 'round' | 'dispatchedOn' | 'signedOn'>

/**
 * A closed item as it begins anew. The round has its own clock, from today to its deadline, evenly: the nodes of the
 * former plan are past. The first deadline, once late, and the days of dispatch and signing stay; what the former round
 * looked like stands in its row and in the history.
 */
export function newRound(item: Ended, { today, dueOn, progress, reportBy }: Beginning) {
  return {
    ...NEW_ROUND,
    state: 'in-progress',
    round: item.round + 1,
    dispatchedOn: item.dispatchedOn,
    signedOn: item.signedOn,
    startOn: today,
    startedOn: today,
    dueOn,
    plan: { kind: 'linear' },
    progress,
    reportBy,
  } as const
}
