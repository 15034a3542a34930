import { useMutation, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import { useRefreshItems } from './items.ts'
import type { BodyOf } from './model.ts'

/** Where each step is sent. */
export const STEP_PATHS = {
  review: '/api/items/{id}/review',
  sendBack: '/api/items/{id}/send-back',
  dispatch: '/api/items/{id}/dispatch',
  recall: '/api/items/{id}/recall',
  sign: '/api/items/{id}/sign',
  decline: '/api/items/{id}/decline',
  reportProgress: '/api/items/{id}/progress',
  reportCompletion: '/api/items/{id}/completion',
  takeUp: '/api/items/{id}/take-up',
  returnForRework: '/api/items/{id}/return',
  close: '/api/items/{id}/close',
  recheck: '/api/items/{id}/recheck',
  reopen: '/api/items/{id}/reopen',
  suspend: '/api/items/{id}/suspend',
  resume: '/api/items/{id}/resume',
  withdraw: '/api/items/{id}/withdraw',
  press: '/api/items/{id}/press',
  askExtension: '/api/items/{id}/extensions',
  decideExtension: '/api/items/{id}/extensions/{extensionId}/decide',
  addEvidence: '/api/items/{id}/links',
  signDuty: '/api/items/{id}/duties/{unitId}/sign',
  finishDuty: '/api/items/{id}/duties/{unitId}/finish',
  waiveDuty: '/api/items/{id}/duties/{unitId}/waive',
} as const satisfies Record<string, keyof paths>

/** What a step is taken on beside the item. */
export interface StepTarget {
  readonly extensionId?: string
  readonly unitId?: string
}

export type StepTaking = {
  [Step in ItemStep]: { readonly step: Step; readonly body: StepBody<Step>; readonly target?: StepTarget }
}[ItemStep]

export function useItemDetail(id: string) {
  return useQuery({
    queryKey: ['items', 'one', id],
    queryFn: () => answerOf(client.GET('/api/items/{id}', { params: { path: { id } } })),
  })
}

/** Takes a step; afterwards everything that shows items asks again. */
export function useTakeStep(id: string) {
  const refresh = useRefreshItems()
  return useMutation({
    mutationFn: ({ step, body, target }: StepTaking): Promise<unknown> =>
      answerOf(
        client.POST(STEP_PATHS[step] as never, { params: { path: { id, ...target } }, body } as never),
      ),
    onSuccess: refresh,
  })
}

/** Everything that ever happened to an item, the first event first. */
export function useItemStory(id: string) {
  return useQuery({
    queryKey: ['items', 'story', id],
    queryFn: () => answerOf(client.GET('/api/items/{id}/story', { params: { path: { id } } })),
  })
}

/** What the items below an item add up to. */
export function useRollUp(id: string) {
  return useQuery({
    queryKey: ['items', 'roll-up', id],
    queryFn: () => answerOf(client.GET('/api/items/{id}/roll-up', { params: { path: { id } } })),
  })
}

/** A step that can be taken on an item or on a unit's part in it. */
export type ItemStep = keyof typeof STEP_PATHS

/**
 * Steps on a part of an item. They carry no version of the item: two units that finish their parts at once do not
 * collide.
 */
const ON_A_PART: ReadonlySet<ItemStep> = new Set<ItemStep>([
  'decideExtension',
  'addEvidence',
  'signDuty',
  'finishDuty',
  'waiveDuty',
])

/** The version that a step sends, so that a change that came between is told. */
export function versionSent(step: ItemStep, version: number): { version?: number } {
  return ON_A_PART.has(step) ? {} : { version }
}

/** What a step sends. */
export type StepBody<Step extends ItemStep> = BodyOf<paths[(typeof STEP_PATHS)[Step]]['post']>
