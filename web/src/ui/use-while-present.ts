import { useEffect } from 'react'

const EVERY_MS = 60_000
const PRESENT_FOR_MS = 5 * 60_000

/**
 * Asks again every minute while somebody works at this window. Not while it is left alone: each question counts as a sign of
 * life, and a session that nobody uses must be able to end.
 */
export function useWhilePresent(ask: () => unknown): void {
  useEffect(() => {
    let seenAt = performance.now()
    const see = () => {
      seenAt = performance.now()
    }
    const timer = setInterval(() => {
      const isPresent = performance.now() - seenAt < PRESENT_FOR_MS
      if (isPresent && document.visibilityState === 'visible') void ask()
    }, EVERY_MS)
    addEventListener('pointerdown', see)
    addEventListener('keydown', see)
    return () => {
      clearInterval(timer)
      removeEventListener('pointerdown', see)
      removeEventListener('keydown', see)
    }
  }, [ask])
}
