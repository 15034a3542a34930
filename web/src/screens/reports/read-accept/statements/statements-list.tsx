import { memo } from 'react'
import type { FactsContext } from '../../../statement-facts.ts'
import type { Focus } from '../focus.ts'
import type { StatementGroup } from './group-statements.ts'
import type { RowHandlers } from './row-handlers.ts'
import { StatementRow } from './statement-row.tsx'

interface StatementsListProps {
  groups: readonly StatementGroup[]
  focus: Focus
  context: FactsContext
  handlers: RowHandlers
  reason: string | undefined
}

/** The statements by unit. */
export const StatementsList = memo(function StatementsList({ groups, ...row }: StatementsListProps) {
  return groups.map((group) => (
    <section key={group.key} className="group" aria-label={groupName(group, row.context)}>
      <GroupHead group={group} context={row.context} />
      <ol>
        {group.statements.map((statement) => (
          <StatementRow key={statement.id} statement={statement} {...row} />
        ))}
      </ol>
    </section>
  ))
})

function groupName(
  { unitId, unitName }: StatementGroup,
  { words, nameOf: unitNameOf }: FactsContext,
): string {
  return unitNameOf(unitId) ?? unitName ?? words.t('unit.none')
}

function GroupHead({ group, context }: { group: StatementGroup; context: FactsContext }) {
  const { t } = context.words
  const open = group.statements.filter(({ status }) => status === 'proposed').length
  const isUnresolved = group.unitId === null && group.unitName !== null
  return (
    <h3 className={isUnresolved ? 'is-unresolved' : undefined}>
      {groupName(group, context)}
      {isUnresolved && (
        <span className="unresolved">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 1 15.5 14.5H.5z" />
          </svg>
          {t('unit.unresolved')}
        </span>
      )}
      <span className="soft figure">{t('read.group-left', { open, total: group.statements.length })}</span>
    </h3>
  )
}
