import { useState } from 'react'
import type { Item } from '../../../api/model.ts'

export interface PickedItem {
  readonly id: string
  readonly number: string
  readonly title: string
}

export interface Picked {
  readonly items: readonly PickedItem[]
  has(id: string): boolean
  toggle(items: readonly Item[], isPicked: boolean): void
  clear(): void
}

/** The items ticked, over several pages and filters. */
export function usePicked(): Picked {
  const [byId, setById] = useState<ReadonlyMap<string, PickedItem>>(new Map())
  return {
    items: [...byId.values()],
    has: (id) => byId.has(id),
    toggle(items, isPicked) {
      const next = new Map(byId)
      for (const { id, number, title } of items) {
        if (isPicked) next.set(id, { id, number, title })
        else next.delete(id)
      }
      setById(next)
    },
    clear: () => setById(new Map()),
  }
}
