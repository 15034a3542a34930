import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'

const SHOWN = 50
const MINUTE = 60_000

/** The first indicators whose code or name has these words: for choosing one. */
export function useIndicatorChoices(words: string) {
  const q = words.trim().slice(0, 100)
  return useQuery({
    queryKey: ['indicators', 'choices', q],
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/indicators', { params: { query: { pageSize: SHOWN, ...(q === '' ? {} : { q }) } } }),
      ),
  })
}

/** Everyone who can be measured, units of the register and others. */
export function useMeasuredUnits() {
  return useQuery({
    queryKey: ['measured-units'],
    staleTime: 5 * MINUTE,
    queryFn: () => answerOf(client.GET('/api/measured-units')),
  })
}
