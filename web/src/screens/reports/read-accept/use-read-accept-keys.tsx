import type { InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Statement } from '../../../api/model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import type { Focus } from './focus.ts'
import type { RowHandlers } from './statements/row-handlers.ts'
import { stepFrom } from './step.ts'

interface KeysContext {
  order: readonly Statement[]
  statements: readonly Statement[]
  focus: Focus
  handlers: RowHandlers
  reason: string | undefined
  add: () => void
  lastDecidedId: () => string | null
}

/** The keys of read and accept: j k a x u e s n / ? g G. */
export function useReadAcceptKeys({
  order,
  statements,
  focus,
  handlers,
  reason,
  add,
  lastDecidedId,
}: KeysContext) {
  const { t } = useWords()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const filterRef = useRef<InputRef>(null)
  const active = () => statements.find(({ id }) => id === focus.activeId())
  const go = (statement: Statement | undefined) => statement && focus.choose(statement.id, 'keys')
  const onActive = (act: (statement: Statement) => void) => () => {
    const statement = active()
    if (statement && !reason) act(statement)
  }
  const undo = () => {
    const statement = active()
    const decided =
      statement?.status === 'proposed' ? statements.find(({ id }) => id === lastDecidedId()) : statement
    if (decided && decided.status !== 'proposed' && !reason) handlers.decide(decided, 'reopen')
  }
  useShortcuts({
    j: () => go(stepFrom(order, focus.activeId(), 1)),
    k: () => go(stepFrom(order, focus.activeId(), -1)),
    g: () => go(order[0]),
    G: () => go(order.at(-1)),
    a: onActive((statement) => statement.status === 'proposed' && handlers.decide(statement, 'accept')),
    x: onActive((statement) => statement.status === 'proposed' && handlers.decide(statement, 'reject')),
    u: undo,
    e: onActive(handlers.edit),
    s: onActive((statement) => statement.status === 'proposed' && handlers.split(statement)),
    n: () => !reason && add(),
    '/': () => filterRef.current?.focus({ cursor: 'all' }),
    '?': () => setHelpOpen(true),
  })
  const help = (
    <KeyList
      isOpen={isHelpOpen}
      onClose={() => setHelpOpen(false)}
      keys={[
        { keys: ['j'], does: t('key.next') },
        { keys: ['k'], does: t('key.previous') },
        { keys: ['a'], does: t('key.accept') },
        { keys: ['x'], does: t('key.reject') },
        { keys: ['u'], does: t('key.reopen') },
        { keys: ['e'], does: t('key.edit') },
        { keys: ['s'], does: t('key.split') },
        { keys: ['n'], does: t('key.add') },
        { keys: ['/'], does: t('key.filter') },
        { keys: ['g'], does: t('key.first') },
        { keys: ['G'], does: t('key.last') },
        { keys: ['?'], does: t('key.help') },
      ]}
    />
  )
  return { filterRef, help, openHelp: () => setHelpOpen(true) }
}
