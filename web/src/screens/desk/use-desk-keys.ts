import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeskGroup } from '../../api/desk.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import type { OfferedStep } from '../item/step-order.ts'

/** One item under one rule. */
export interface DeskLine {
  readonly rule: DeskGroup['rule']
  readonly itemId: string
  readonly step: OfferedStep | undefined
}

export const lineKey = (rule: string, itemId: string) => `${rule} ${itemId}`

/** j and k go through the lines, Enter opens the item, a takes its next step, ? lists the keys. */
export function useDeskKeys(lines: readonly DeskLine[], onTake: (line: DeskLine) => void) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [active, setActive] = useState<string | null>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const at = lines.findIndex(({ rule, itemId }) => lineKey(rule, itemId) === active)
  const go = (to: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, to))]
    if (!line) return
    const key = lineKey(line.rule, line.itemId)
    setActive(key)
    document.querySelector(`[data-line="${key}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const line = lines[at]
  useShortcuts({
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => line?.step && onTake(line),
    o: () => line && navigate({ to: '/ledger/items/$itemId', params: { itemId: line.itemId } }),
    '?': () => setHelpOpen(true),
  })
  const help = [
    { keys: ['j', 'k'], does: t('desk.key.move') },
    { keys: ['a'], does: t('desk.key.step') },
    { keys: ['o'], does: t('desk.key.open') },
    { keys: ['?'], does: t('app.keys-help') },
  ]
  return { active, isHelpOpen, closeHelp: () => setHelpOpen(false), help }
}
