import { useEffect, useState } from 'react'
import { keepOffline } from '../../../api/kept-offline.ts'
import { addressesOfDay } from '../../../api/review-day.ts'

const RETRY_MS = 30_000

/** Keeps the meeting's page on this device; tells whether it is. Tried until it is. */
export function useKept(reviewId: string, mayHold: boolean): boolean {
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    if (isKept) return
    const keep = () =>
      keepOffline(addressesOfDay(reviewId, { mayHold })).then(
        (kept) => kept && setKept(true),
        () => undefined,
      )
    void keep()
    const timer = setInterval(keep, RETRY_MS)
    return () => clearInterval(timer)
  }, [reviewId, mayHold, isKept])
  return isKept
}
