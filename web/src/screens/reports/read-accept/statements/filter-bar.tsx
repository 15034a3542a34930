import { Input, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { useWords } from '../../../../i18n/use-words.ts'
import { KIND_NAMES } from '../../../../ui/kind-tag.tsx'
import type { StatementFilter } from './group-statements.ts'

interface FilterBarProps {
  inputRef: Ref<InputRef>
  filter: StatementFilter
  onFilter: (filter: StatementFilter) => void
}

const STATUSES = ['proposed', 'accepted', 'rejected'] as const

/** Narrows the list by words, kind and status. Escape leaves the field. */
export function FilterBar({ inputRef, filter, onFilter }: FilterBarProps) {
  const { t } = useWords()
  return (
    <div className="filter-bar">
      <Input
        ref={inputRef}
        aria-label={t('read.filter')}
        placeholder={t('read.filter-placeholder')}
        value={filter.text}
        allowClear
        suffix={<kbd>/</kbd>}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <Select<StatementFilter['kind'] | ''>
        aria-label={t('read.all-kinds')}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t('read.all-kinds') },
          ...KIND_NAMES.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
        onChange={(kind) => onFilter({ ...filter, kind: kind || null })}
      />
      <Select<StatementFilter['status'] | ''>
        aria-label={t('read.all-statuses')}
        value={filter.status ?? ''}
        options={[
          { value: '', label: t('read.all-statuses') },
          ...STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
        onChange={(status) => onFilter({ ...filter, status: status || null })}
      />
    </div>
  )
}
