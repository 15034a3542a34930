import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../api/new-id.ts'
import { type ClockSpeech, type SpeechClock, useSpeech } from '../../../api/review-day.ts'
import type { Waiting } from '../offline/outbox.ts'
import { runningOf, secondsUsed, stretchesOf } from './stretches.ts'

interface ClockOptions {
  waiting: readonly Waiting[]
  write: (entry: Waiting) => void
}

export interface DayClock {
  /** Whether the server was reached when it was asked last. */
  isReached: boolean
  speakers: SpeechClock['speakers']
  runningUnitId: string | undefined
  usedOf(unitId: string): number
  /** Starts the unit's clock, or stops it. */
  toggle(unitId: string): void
  /** The server's time as far as this device knows it. */
  now(): number
}

/** The speakers' clocks, ticking on this device also without the network. */
export function useClock(reviewId: string, { waiting, write }: ClockOptions): DayClock {
  const { data, error } = useSpeech(reviewId)
  const ahead = useRef(0)
  if (data?.aheadMs != null) ahead.current = data.aheadMs
  const now = () => Date.now() + ahead.current
  const [, tick] = useState(0)
  const written = waiting.flatMap((entry) =>
    entry.kind === 'speech' && entry.refusal === undefined ? [entry.body] : [],
  )
  const stretches = data ? stretchesOf(data.clock, written) : []
  const running = runningOf(stretches)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [running?.id])
  return {
    isReached: data !== undefined && data.aheadMs !== null && error === null,
    speakers: data?.clock.speakers ?? [],
    runningUnitId: running?.unitId,
    usedOf: (unitId) => secondsUsed(stretches, unitId, now()),
    now,
    toggle(unitId) {
      const at = new Date(now()).toISOString()
      const stops = running?.unitId === unitId
      const body: ClockSpeech = { id: stops ? running.id : newId(), unitId, do: stops ? 'stop' : 'start', at }
      write({ kind: 'speech', body })
    },
  }
}
