import { useState } from 'react'
import type { LineSide } from '../../api/review-model.ts'
import { SIDES } from '../review/sheet/sheet-lines.ts'
import type { SlideLine } from './slide-lines.ts'

type Lines = Readonly<Record<LineSide, readonly SlideLine[]>>

export interface Slide {
  readonly at: number
  readonly side: LineSide
  readonly litId: string | undefined
  showUnit(at: number): void
  showSide(side: LineSide): void
  light(lineId: string): void
  /** To the next line or the one before it, over the ends of the parts. */
  step(by: 1 | -1): void
}

/** Which unit, which part of its sheet, which line. */
export function useSlide(unitIds: readonly string[], linesOf: (unitId: string) => Lines): Slide {
  const [at, setAt] = useState(0)
  const [side, setSide] = useState<LineSide>('strength')
  const [litId, setLit] = useState<string>()
  const showSide = (next: LineSide) => {
    setSide(next)
    setLit(undefined)
  }
  return {
    at,
    side,
    litId,
    showSide,
    light: setLit,
    showUnit(next) {
      setAt(Math.max(0, Math.min(unitIds.length - 1, next)))
      showSide('strength')
    },
    step(by) {
      const lines = linesOf(unitIds[at] ?? '')
      const all = SIDES.flatMap((each) => lines[each].map((line) => ({ side: each, id: line.lineId })))
      const from = all.findIndex(({ id }) => id === litId)
      const first = all.findIndex((line) => line.side === side)
      const next = all[from < 0 ? Math.max(0, first) : from + by]
      if (!next) return
      setSide(next.side)
      setLit(next.id)
    },
  }
}
