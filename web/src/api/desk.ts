import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Get } from './model.ts'

export type Desk = Get<'/api/desk'>
export type DeskGroup = Desk['groups'][number]

/** What needs the office, or a unit today. */
export function useDesk(whose: 'office' | 'unit', unitId?: string) {
  return useQuery({
    queryKey: ['desk', whose, unitId ?? null],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(client.GET('/api/desk', { params: { query: { for: whose, ...(unitId ? { unitId } : {}) } } })),
  })
}
