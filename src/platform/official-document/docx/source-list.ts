import type { Source } from '../model.ts'

/** What a document's figures rest on: each source once, numbered as it first appears. */
export interface SourceList {
  /** A place in the text that rests on a source: its bookmark's id, which place it is, and the source's number. */
  mark(source: Source, text: string): { id: number; place: number; number: number }
  readonly sources: readonly NumberedSource[]
}

export interface NumberedSource extends Source {
  readonly number: number
  /** What stands on it, as first written. */
  readonly text: string
}

/** Above the bookmarks that a template has of its own. */
const FIRST_ID = 100_000

export function sourceList(): SourceList {
  const known = new Map<string, NumberedSource>()
  let place = 0
  return {
    mark(source, text) {
      const key = `${source.href}\n${source.label}`
      const found = known.get(key) ?? { ...source, text, number: known.size + 1 }
      known.set(key, found)
      place++
      return { id: FIRST_ID + place, place, number: found.number }
    },
    get sources() {
      return [...known.values()]
    },
  }
}

/** Word hides bookmarks whose names begin with an underscore. */
export const bookmarkName = (number: number, place: number) => `_Source_${number}_${place}`
