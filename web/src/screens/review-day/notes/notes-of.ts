import type { Note } from '../../../api/review-day.ts'
import type { Waiting } from '../offline/outbox.ts'

/** A note as it is listed, wherever it is by now. */
export interface ShownNote {
  readonly id: string
  readonly kind: Note['kind']
  readonly unitId: string | null
  readonly text: string
  readonly dueOn: string | null
  readonly item: Note['item']
  readonly takenAt: string
  /** On the server; on this device only; refused by the server. */
  readonly place: 'sent' | 'waiting' | 'refused'
  readonly refusal: string | null
}

/** What the server has, and what waits on this device; each note once, in the order in which they were taken. */
export function notesOf(known: readonly Note[], waiting: readonly Waiting[]): ShownNote[] {
  const sent = known
    .filter(({ isDropped }) => !isDropped)
    .map(
      ({ id, kind, unitId, text, dueOn, item, takenAt }): ShownNote => ({
        ...{ id, kind, unitId, text, dueOn, item, takenAt },
        place: 'sent',
        refusal: null,
      }),
    )
  const ids = new Set(sent.map(({ id }) => id))
  const own = waiting.flatMap((entry): ShownNote[] => {
    if (entry.kind !== 'note' || ids.has(entry.body.id)) return []
    const { id, kind, unitId = null, text, dueOn = null, takenAt = '' } = entry.body
    const refusal = entry.refusal ?? null
    return [
      {
        id,
        kind,
        unitId,
        text,
        dueOn,
        item: null,
        takenAt,
        place: refusal === null ? 'waiting' : 'refused',
        refusal,
      },
    ]
  })
  return [...sent, ...own].toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
}
