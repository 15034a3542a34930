import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'

export function useJournal(page: number, subjectId?: string) {
  return useQuery({
    queryKey: ['journal', page, subjectId],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/journal', { params: { query: { page, ...(subjectId ? { subjectId } : {}) } } }),
      ),
  })
}
