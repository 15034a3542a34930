import { chainsOf, type Link } from '../matters/chains.ts'

export interface TwinPart {
  readonly id: string
  readonly kind: 'statement' | 'line'
  readonly unitId: string
  readonly review: string
  readonly matterId: string | null
}

/**
 * The shortfalls of each review, each once: a line of the book and the sentence that it was printed as are one, and so are
 * wordings of one matter at one review. What was printed is the record: once sentences are there, a line that is none of
 * them is not counted. Statements stand first in a group.
 */
export function twinsOf<P extends TwinPart>(parts: readonly P[], printed: readonly Link[]): P[][] {
  const groups = Map.groupBy(parts, ({ unitId, review }) => `${unitId} ${review}`)
  return [...groups.values()].flatMap((group) => {
    const inOrder = group.toSorted((a, b) => Number(a.kind === 'line') - Number(b.kind === 'line'))
    const byId = new Map(inOrder.map((part) => [part.id, part]))
    const ofMatters = [...Map.groupBy(inOrder, ({ matterId }) => matterId)].flatMap(
      ([matterId, own]): Link[] =>
        matterId === null ? [] : own.slice(1).map(({ id }): Link => [own[0]!.id, id]),
    )
    const chains = chainsOf([...byId.keys()], [...printed, ...ofMatters])
    const isPrinted = inOrder[0]!.kind === 'statement'
    return chains
      .map((ids) => ids.map((id) => byId.get(id)!))
      .filter(([first]) => !isPrinted || first!.kind === 'statement')
  })
}
