/** Which side moved last: the other side follows it. */
export type FocusFrom = 'text' | 'list' | 'keys'

/** Which statement is active (chosen) and which is hovered; both panes listen, nothing else is drawn again. */
export interface Focus {
  activeId(): string | null
  hoveredId(): string | null
  from(): FocusFrom
  choose(id: string | null, from: FocusFrom): void
  hover(id: string | null, from: FocusFrom): void
  subscribe(listener: () => void): () => void
}

export function createFocus(): Focus {
  let activeId: string | null = null
  let hoveredId: string | null = null
  let from: FocusFrom = 'keys'
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    activeId: () => activeId,
    hoveredId: () => hoveredId,
    from: () => from,
    choose(id, side) {
      if (id === activeId && hoveredId === null) return
      activeId = id
      hoveredId = null
      from = side
      tell()
    },
    hover(id, side) {
      if (id === hoveredId) return
      hoveredId = id
      from = side
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
