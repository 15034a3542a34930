import { useQuery } from '@tanstack/react-query'
import { answerOf, client, takenBy } from './client.ts'
import type { paths } from './generated/schema.ts'
import { isKept } from './kept-offline.ts'
import type { BodyOf, Get } from './model.ts'

export type SpeechClock = Get<'/api/reviews/cycles/{id}/speech'>
export type Note = Get<'/api/reviews/cycles/{id}/notes'>['notes'][number]
export type TakeNote = BodyOf<paths['/api/reviews/cycles/{id}/notes']['post']>
export type ClockSpeech = BodyOf<paths['/api/reviews/cycles/{id}/speech']['post']>

/** Others at the meeting write too. */
const EVERY_MS = 10_000

/** The clocks of the speakers, and how many milliseconds the server is ahead; null when it could not be reached. */
export function useSpeech(reviewId: string) {
  return useQuery({
    queryKey: ['review', reviewId, 'speech'],
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    queryFn: async () => {
      const asked = client.GET('/api/reviews/cycles/{id}/speech', { params: { path: { id: reviewId } } })
      const clock = await answerOf(asked)
      const { response } = await asked
      return { clock, aheadMs: isKept(response) ? null : Date.parse(clock.now) - Date.now() }
    },
  })
}

export function useNotes(reviewId: string, { isEnabled }: { isEnabled: boolean }) {
  return useQuery({
    queryKey: ['review', reviewId, 'notes'],
    enabled: isEnabled,
    refetchInterval: EVERY_MS,
    queryFn: () =>
      answerOf(
        client.GET('/api/reviews/cycles/{id}/notes', { params: { path: { id: reviewId }, query: {} } }),
      ),
  })
}

export const sendNote = (reviewId: string, body: TakeNote) =>
  takenBy(client.POST('/api/reviews/cycles/{id}/notes', { params: { path: { id: reviewId } }, body }))

export const sendSpeech = (reviewId: string, body: ClockSpeech) =>
  takenBy(client.POST('/api/reviews/cycles/{id}/speech', { params: { path: { id: reviewId } }, body }))

/** What the page of the day asks for: kept, it opens without the network. Notes are read by who may take them. */
export const addressesOfDay = (reviewId: string, { mayHold }: { mayHold: boolean }): string[] => [
  '/api/session',
  '/api/units',
  ...['', '/book', '/speech', ...(mayHold ? ['/notes'] : [])].map(
    (part) => `/api/reviews/cycles/${reviewId}${part}`,
  ),
]
