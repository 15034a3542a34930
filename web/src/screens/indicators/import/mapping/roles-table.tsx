import { Input, Select } from 'antd'
import { useState } from 'react'
import { ASPECTS } from '../../../../../../src/modules/indicators/rules/sheet/table-mapping.ts'
import type { ColumnRole, TableColumn, ValueColumn } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Confidence } from '../../../../ui/sheet/confidence.tsx'
import { Samples } from '../../../../ui/sheet/samples.tsx'
import { PeriodField } from '../../parts/period-field.tsx'
import type { TableDraft } from './use-table-draft.ts'

const ROLES = [
  'value',
  'unit',
  'period',
  'year',
  'month',
  'indicator',
  'measure',
  'note',
  'ignored',
] as const satisfies readonly ColumnRole['role'][]
const PAGE_SIZE = 30

/** Each column of the sheet: its heading, its first cells, what it holds; a column of values says of what. */
export function RolesTable({ columns, draft }: { columns: readonly TableColumn[]; draft: TableDraft }) {
  const { t } = useWords()
  const [page, setPage] = useState(1)
  const roleOf = (column: TableColumn) => draft.mapping.columns[column.column]!
  const shown: Column<TableColumn>[] = [
    {
      key: 'letter',
      title: t('import.column.letter'),
      width: '40px',
      cell: ({ letter }) => <span className="figure soft">{letter}</span>,
    },
    {
      key: 'heading',
      title: t('import.column.heading'),
      isMain: true,
      width: '17%',
      cell: ({ headings }) => headings.join(' / ') || <span className="soft">{t('import.no-heading')}</span>,
    },
    {
      key: 'samples',
      title: t('import.column.samples'),
      width: '17%',
      cell: ({ samples }) => <Samples samples={samples} />,
    },
    {
      key: 'role',
      title: t('table-import.role'),
      width: '130px',
      cell: (column) => (
        <Select
          aria-label={t('table-import.role-of', { letter: column.letter })}
          style={{ width: '100%' }}
          className={roleOf(column).role === 'ignored' ? 'is-passed-over' : ''}
          value={roleOf(column).role}
          options={ROLES.map((role) => ({ value: role, label: t(`table-import.role.${role}`) }))}
          onChange={(role) => draft.setRole(column.column, role)}
        />
      ),
    },
    {
      key: 'value',
      title: t('table-import.value-of'),
      cell: (column) => {
        const role = roleOf(column)
        return role.role === 'value' ? <ValueFields column={column} role={role} draft={draft} /> : null
      },
    },
    {
      key: 'confidence',
      title: t('import.column.confidence'),
      width: '104px',
      cell: (column) => (
        <Confidence
          confidence={column.confidence}
          isChosen={JSON.stringify(roleOf(column)) !== JSON.stringify(column.mapped)}
          isNone={roleOf(column).role === 'ignored'}
        />
      ),
    },
  ]
  const rows = columns.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <>
      <DataTable
        caption={t('table-import.mapping')}
        columns={shown}
        rows={rows}
        rowKey={({ letter }) => letter}
      />
      <Pager page={page} pageSize={PAGE_SIZE} total={columns.length} onPage={setPage} />
    </>
  )
}

interface ValueFieldsProps {
  column: TableColumn
  role: ValueColumn
  draft: TableDraft
}

/** Of which indicator, period and unit the column's values are; what stays empty comes from the row or the whole table. */
function ValueFields({ column: { column, letter }, role, draft }: ValueFieldsProps) {
  const { t } = useWords()
  const text = (field: 'indicator' | 'unit' | 'measure') => (
    <Input
      className={`is-${field}`}
      aria-label={t(`table-import.value.${field}`, { letter })}
      placeholder={t(`table-import.whole.${field}`)}
      maxLength={200}
      value={role[field] ?? ''}
      onChange={({ target }) => draft.setValue(column, { [field]: target.value || null })}
    />
  )
  return (
    <div className="table-value-fields">
      {text('indicator')}
      <Select
        className="is-aspect"
        aria-label={t('table-import.value.aspect', { letter })}
        popupMatchSelectWidth={false}
        value={role.aspect}
        options={ASPECTS.map((aspect) => ({ value: aspect, label: t(`table-import.aspect.${aspect}`) }))}
        onChange={(aspect) => draft.setValue(column, { aspect })}
      />
      {text('measure')}
      <PeriodField
        label={t('table-import.value.period', { letter })}
        placeholder={t('table-import.whole.period')}
        value={role.period}
        onChange={(period) => draft.setValue(column, { period })}
      />
      {text('unit')}
    </div>
  )
}
