import type { ClockSpeech, TakeNote } from '../../../api/review-day.ts'

/** Something written on this device that the server has not taken yet. */
export type Waiting = (
  | { readonly kind: 'note'; readonly body: TakeNote }
  | { readonly kind: 'speech'; readonly body: ClockSpeech }
) & {
  /** The server's sentence, when it would not have it. */
  readonly refusal?: string
}

export interface Outbox {
  all(): readonly Waiting[]
  add(entry: Waiting): void
  /** The server has it. */
  remove(entry: Waiting): void
  /** The server will not have it: it stays to be seen, and is not sent again. */
  refuse(entry: Waiting, sentence: string): void
  subscribe(listener: () => void): () => void
}

/** A note is one entry; a stretch of speech has one for its start and one for its stop. */
export const keyOf = ({ kind, body }: Waiting): string =>
  kind === 'note' ? body.id : `${body.id} ${body.do}`

/**
 * What waits to be sent, in the order in which it was written, in a store that outlives the page. Sent twice, each entry
 * is stored once: it carries the id that the server keeps it under.
 */
export function openOutbox(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, name: string): Outbox {
  let entries = read(store.getItem(name))
  const listeners = new Set<() => void>()
  const change = (next: readonly Waiting[]) => {
    entries = next
    if (next.length === 0) store.removeItem(name)
    else store.setItem(name, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  const others = (entry: Waiting) => entries.filter((each) => keyOf(each) !== keyOf(entry))
  return {
    all: () => entries,
    add: (entry) => change([...others(entry), entry]),
    remove: (entry) => change(others(entry)),
    refuse: (entry, sentence) =>
      change(entries.map((each) => (keyOf(each) === keyOf(entry) ? { ...each, refusal: sentence } : each))),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function read(text: string | null): readonly Waiting[] {
  try {
    const entries: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(entries) ? (entries as Waiting[]) : []
  } catch {
    return []
  }
}
