import { Button, type InputRef } from 'antd'
import type { ReactNode, Ref } from 'react'
import { useWords } from '../../../../i18n/use-words.ts'
import { StateNote } from '../../../../ui/state-note.tsx'
import { FilterBar } from './filter-bar.tsx'
import { NO_FILTER, type StatementFilter, type StatementGroup } from './group-statements.ts'
import { StatementsList } from './statements-list.tsx'

interface StatementsPaneProps {
  groups: readonly StatementGroup[]
  filter: StatementFilter
  onFilter: (filter: StatementFilter) => void
  filterRef: Ref<InputRef>
  row: Omit<Parameters<typeof StatementsList>[0], 'groups'>
  /** What to say when the report has no statement at all. */
  empty: ReactNode
}

/** The right pane: filter and the statements by unit. */
export function StatementsPane({ groups, filter, onFilter, filterRef, row, empty }: StatementsPaneProps) {
  const { t } = useWords()
  return (
    <section className="pane statements-pane" aria-label={t('read.statements')}>
      <div className="pane-head">
        <h2>{t('read.statements')}</h2>
        <FilterBar inputRef={filterRef} filter={filter} onFilter={onFilter} />
      </div>
      <div className="statements">
        {empty ||
          (groups.length === 0 ? (
            <StateNote
              title={t('read.filter-nothing')}
              action={<Button onClick={() => onFilter(NO_FILTER)}>{t('read.clear-filter')}</Button>}
            />
          ) : (
            <StatementsList
              groups={groups}
              focus={row.focus}
              context={row.context}
              handlers={row.handlers}
              reason={row.reason}
            />
          ))}
      </div>
    </section>
  )
}
