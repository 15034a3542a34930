import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { Problem } from '../../../api/problem.ts'
import { sendNote, sendSpeech } from '../../../api/review-day.ts'
import { useSession } from '../../../api/session.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { openOutbox, type Waiting } from './outbox.ts'
import { type Sent, sendWaiting } from './send-waiting.ts'

/** Tried again so often while something waits. */
const RETRY_MS = 5_000

/** What this person has written at this meeting and the server has not; sent as soon as it can be reached. */
export function useOutbox(reviewId: string) {
  const { user } = useSession()
  const cache = useQueryClient()
  const sentence = useProblemSentence()
  const name = `quarterdeck.day.${user.id}.${reviewId}`
  const outbox = useMemo(() => openOutbox(localStorage, name), [name])
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.all)
  const send = useCallback(async () => {
    const one = async (entry: Waiting): Promise<Sent> => {
      try {
        await (entry.kind === 'note' ? sendNote(reviewId, entry.body) : sendSpeech(reviewId, entry.body))
        return { is: 'taken' }
      } catch (error) {
        return isLost(error) ? { is: 'lost' } : { is: 'refused', sentence: sentence(error) }
      }
    }
    const all = async () => {
      const { isTaken, isLost } = await sendWaiting(outbox, one)
      // Lost: whatever tells whether the server is reached is asked at once, so that the page says so.
      if (isTaken || isLost)
        await cache.invalidateQueries({ queryKey: ['review', reviewId, ...(isTaken ? [] : ['speech'])] })
    }
    // Two windows of one person share the outbox: one of them sends.
    if ('locks' in navigator)
      await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && all())
    else await all()
  }, [reviewId, outbox, cache, sentence, name])
  const isWaiting = waiting.some(({ refusal }) => refusal === undefined)
  useEffect(() => {
    if (!isWaiting) return
    void send()
    const timer = setInterval(send, RETRY_MS)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [isWaiting, send])
  return { outbox, waiting, write: outbox.add }
}

/** Not an answer of ours: the network is gone, a proxy stands before a server that is gone, or the session ended. */
function isLost(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status === 401 || error.status >= 500
}
