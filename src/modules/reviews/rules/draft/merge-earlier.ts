import { isSuggested, likeness } from '../likeness.ts'
import type { EarlierShortfall } from './facts.ts'

type Found = Omit<EarlierShortfall, 'before' | 'linked'>

/**
 * What a report said and what its book said are one matter where their words are alike: the statement stands, since it is on
 * record, and takes over what the line knows of items and figures. Lines that were not said stand for themselves.
 */
export function mergeEarlier(said: readonly Found[], written: readonly Found[]): Found[] {
  const left = new Set(written)
  const merged = said.map((statement) => {
    const line = [...left].find(({ subject }) => isSuggested(likeness(statement.subject.zh, subject.zh)))
    if (!line) return statement
    left.delete(line)
    const { code, wasShort, formerOutcome } = line
    const itemIds = [...new Set([...statement.itemIds, ...line.itemIds])]
    const [matterId, cameBackIn] = [
      statement.matterId ?? line.matterId,
      statement.cameBackIn ?? line.cameBackIn,
    ]
    return { ...statement, itemIds, code, wasShort, formerOutcome, matterId, cameBackIn }
  })
  return [...merged, ...left]
}
