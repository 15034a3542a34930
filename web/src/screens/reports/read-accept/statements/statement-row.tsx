import { memo, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Statement } from '../../../../api/model.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { KindTag } from '../../../../ui/kind-tag.tsx'
import { type FactsContext, statementFacts } from '../../../statement-facts.ts'
import type { Focus } from '../focus.ts'
import { RowActions } from './row-actions.tsx'
import type { RowHandlers } from './row-handlers.ts'

interface StatementRowProps {
  statement: Statement
  focus: Focus
  context: FactsContext
  handlers: RowHandlers
  /** Why this person may not decide, when so. */
  reason: string | undefined
}

/** One statement: kind, subject, facts, confidence and status; the active one also its reason and what can be done. */
export const StatementRow = memo(function StatementRow(props: StatementRowProps) {
  const { statement, focus, context } = props
  const { t } = context.words
  const row = useRef<HTMLLIElement>(null)
  const isActive = useSyncExternalStore(focus.subscribe, () => focus.activeId() === statement.id)
  const isHovered = useSyncExternalStore(focus.subscribe, () => focus.hoveredId() === statement.id)
  useEffect(() => {
    if (isActive || (isHovered && focus.from() === 'text')) row.current?.scrollIntoView({ block: 'nearest' })
    if (isActive && focus.from() === 'keys') row.current?.focus({ preventScroll: true })
  }, [isActive, isHovered, focus])
  const facts = statementFacts(statement, context)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the screen's keys (j, k) choose rows
    <li
      ref={row}
      data-statement={statement.id}
      className={`row is-${statement.status} ${isActive ? 'is-active' : ''} ${isHovered ? 'is-hovered' : ''}`}
      aria-current={isActive ? 'true' : undefined}
      tabIndex={isActive ? 0 : -1}
      onMouseEnter={() => focus.hover(statement.id, 'list')}
      onMouseLeave={() => focus.hover(null, 'list')}
      onClick={() => focus.choose(statement.id, 'list')}
    >
      <KindTag kind={statement.kind} />
      <div className="row-words">
        <span className="row-subject">{statement.subject}</span>
        {facts.length > 0 && <span className="row-facts">{facts.join(' · ')}</span>}
        {isActive && <ActiveFacts statement={statement} />}
      </div>
      <div className="row-state">
        <span className={`status status-${statement.status}`}>{t(`status.${statement.status}`)}</span>
        <span
          className="row-confidence figure soft"
          title={t('read.confidence', { percent: percentOf(statement) })}
        >
          {percentOf(statement)}%
        </span>
      </div>
      {isActive && <RowActions {...props} />}
    </li>
  )
})

function ActiveFacts({ statement }: { statement: Statement }) {
  const { t, find } = useWords()
  const { decidedBy, decidedAt, status } = statement
  const decided = decidedBy && decidedAt && { who: decidedBy, when: formatInstant(decidedAt) }
  return (
    <>
      <span className="row-quote">{statement.quote.join(' … ')}</span>
      <span className="row-reason">
        {t('read.reason', {
          reason: find(`rule.${statement.rule}`) ?? t('rule.unknown', { rule: statement.rule }),
        })}
      </span>
      {decided && status !== 'proposed' && (
        <span className="row-reason">
          {t(status === 'accepted' ? 'read.accepted-by' : 'read.rejected-by', decided)}
        </span>
      )}
    </>
  )
}

function percentOf(statement: Statement): number {
  return Math.round(statement.confidence * 100)
}
