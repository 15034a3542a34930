import type { AgendaPoint, SetAgenda } from '../../../../api/review-model.ts'
import { formatInstant } from '../../../../i18n/format.ts'

/** A point of the agenda while it is arranged; the key stays with it wherever it is moved. */
export interface DraftPoint {
  readonly key: string
  readonly kind: 'speech' | 'other'
  readonly unitId: string | null
  readonly title: string
  readonly minutes: number
}

export const draftOf = (agenda: readonly AgendaPoint[]): DraftPoint[] =>
  agenda.map(({ kind, unitId, title, minutes, position }) => ({
    key: unitId ?? `other ${position}`,
    kind,
    unitId,
    title,
    minutes,
  }))

/** What is sent: in the order of the list. */
export const pointsOf = (draft: readonly DraftPoint[]): SetAgenda['points'] =>
  draft.map(({ kind, unitId, title, minutes }) =>
    kind === 'speech'
      ? { kind, unitId: unitId!, minutes, ...(title.trim() && { title: title.trim() }) }
      : { kind, title: title.trim(), minutes },
  )

/** Moved from one place to another; the others close up. A place outside the list is its end. */
export function movePoint<Point>(points: readonly Point[], from: number, to: number): Point[] {
  const point = points[from]
  if (point === undefined) return [...points]
  const rest = points.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, point)
}

/** When each point begins, `09:10`, if each before it keeps to its minutes. */
export function startTimes(heldAt: string, points: readonly { readonly minutes: number }[]): string[] {
  let at = Date.parse(heldAt)
  return points.map(({ minutes }) => {
    const time = formatInstant(new Date(at).toISOString()).slice(11)
    at += minutes * 60_000
    return time
  })
}
