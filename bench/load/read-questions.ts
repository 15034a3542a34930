import { COHORT, codeOf } from '../indicators/plan.ts'
import type { Asker, Question } from '../ledger/ask.ts'
import type { World } from './reads.ts'

interface Asking {
  readonly officer: Asker
  readonly liaison: Asker
  readonly world: World
}

/** One or a few requests for each main kind of read in the mix. */
export function readQuestions({ officer, liaison, world }: Asking): Record<string, Question[]> {
  const { reviewId, speakerIds, keys, months } = world
  const period = months.at(-1)!.text
  const of = (asker: Asker, ...paths: string[]) => paths.map((path) => ({ asker, path }))
  return {
    list: of(
      officer,
      '/api/items?light=red&sort=dueOn',
      `/api/items?leadUnitId=${world.unitIds[20]}&state=in-progress`,
    ),
    "list of a liaison's": of(liaison, '/api/items?isOpen=true&sort=dueOn'),
    desk: of(liaison, '/api/desk?for=unit'),
    search: of(officer, `/api/items?q=${encodeURIComponent('集体经济')}`),
    statistics: of(officer, '/api/items/statistics?by=unit'),
    inbox: of(liaison, '/api/inbox?show=unread'),
    'league table': of(
      officer,
      ...[1, 2, 3].map((at) => `/api/indicators/${codeOf(at)}/table?period=${period}&cohort=${COHORT}`),
    ),
    'unit page': of(officer, `/api/measured-units/${keys[3]}/page?cohort=${COHORT}&tag=page-1&pageSize=50`),
    'pace board': of(officer, `/api/pace?period=${months.at(-1)!.year}&cohort=${COHORT}`),
    review: of(
      officer,
      `/api/reviews/cycles/${reviewId}/book`,
      `/api/reviews/cycles/${reviewId}/sheets/${speakerIds[0]}`,
    ),
  }
}
