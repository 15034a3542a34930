import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Item } from '../../../api/model.ts'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import type { Picked } from '../bulk/use-picked.ts'

/** j and k walk the lines, x ticks one, o opens it. Answers the line that the keys act on. */
export function useRowKeys(items: readonly Item[], picked: Picked | undefined): string | undefined {
  const [activeId, setActiveId] = useState<string>()
  const navigate = useNavigate()
  const at = items.findIndex((item) => item.id === activeId)
  const active = items[at]
  const go = (to: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, to))]
    if (!next) return
    setActiveId(next.id)
    document.querySelector(`[data-row="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const open = () => active && navigate({ to: `/ledger/items/${active.id}` as string })
  useShortcuts({
    j: () => go(at + 1),
    k: () => go(at < 0 ? 0 : at - 1),
    x: () => active && picked?.toggle([active], !picked.has(active.id)),
    o: open,
  })
  return active?.id
}
