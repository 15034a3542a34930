import type { KeyboardEvent } from 'react'

/** Arrows go from card to card: up and down in a column, left and right to the next column that has any. */
export function walkBoard(event: KeyboardEvent<HTMLElement>): void {
  const card = (event.target as HTMLElement).closest('.board-card a')
  if (!card || event.ctrlKey || event.altKey || event.metaKey) return
  const columns = [...event.currentTarget.querySelectorAll('.board-column')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('.board-card a')])
    .filter((cards) => cards.length > 0)
  const at = columns.findIndex((cards) => cards.includes(card as HTMLElement))
  const row = columns[at]?.indexOf(card as HTMLElement) ?? 0
  const next = {
    ArrowDown: columns[at]?.[row + 1],
    ArrowUp: columns[at]?.[row - 1],
    ArrowLeft: columns[at - 1]?.[Math.min(row, (columns[at - 1]?.length ?? 1) - 1)],
    ArrowRight: columns[at + 1]?.[Math.min(row, (columns[at + 1]?.length ?? 1) - 1)],
  }[event.key]
  if (!next) return
  event.preventDefault()
  next.focus()
}
