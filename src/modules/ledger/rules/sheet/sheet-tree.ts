import type { Item, ItemKind } from '../../schema.ts'
import { mayHangUnder } from '../tree/may-hang-under.ts'

/** A numbered row of a sheet, as far as the tree is concerned. */
export interface TreeRow {
  readonly row: number
  /** As the sheet says, or null. */
  readonly kind: ItemKind | null
  /** The number of the parent in the same sheet, or null. */
  readonly parent: string | null
}

/** At most three levels: problem > manifestation > task, or plan > task > sub-task. */
const MOST_LEVELS = 3

/** A sheet's own tree by the numbers of its rows: who hangs where, which kind follows from it, who comes first. */
export class SheetTree {
  readonly #rows: ReadonlyMap<string, TreeRow>
  readonly #heights = new Map<string, number>()

  constructor(rows: ReadonlyMap<string, TreeRow>) {
    this.#rows = rows
    for (const number of rows.keys()) {
      let at: string | null = number
      for (let height = 1; at !== null && height <= MOST_LEVELS + 1; height++) {
        this.#heights.set(at, Math.max(this.#heights.get(at) ?? 1, height))
        at = this.#parentOf(at)
      }
    }
  }

  has(number: string): boolean {
    return this.#rows.has(number)
  }

  /** How many of the sheet's rows lie above: 0 for one that hangs under none. A circle counts as too deep. */
  depthOf(number: string | null): number {
    let depth = 0
    for (let at = number && this.#parentOf(number); at && depth <= MOST_LEVELS; at = this.#parentOf(at))
      depth++
    return depth
  }

  /** The kind that the sheet says, or that follows from the place: plan > task > sub-task. */
  kindOf(number: string): ItemKind {
    const listed = this.#rows.get(number)?.kind
    if (listed) return listed
    const depth = this.depthOf(number)
    const levels = depth + (this.#heights.get(number) ?? 1)
    return levels >= MOST_LEVELS ? (LADDER[depth] ?? 'sub-task') : (LADDER[depth + 1] ?? 'sub-task')
  }

  #parentOf(number: string): string | null {
    const parent = this.#rows.get(number)?.parent ?? null
    return parent !== null && this.#rows.has(parent) ? parent : null
  }
}

const LADDER: readonly ItemKind[] = ['plan', 'task', 'sub-task']

/** The kind of a row under an item that is there: as listed, or the one that may hang there. */
export function kindUnder(listed: ItemKind | null, parent: Pick<Item, 'kind'>): ItemKind | undefined {
  const kinds: readonly ItemKind[] = listed ? [listed] : ['task', 'sub-task', 'manifestation']
  return kinds.find((kind) => mayHangUnder(kind, parent.kind))
}
