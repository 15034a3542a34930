import type { TableImport, TableSteps } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { HeadingFields } from '../../../../ui/sheet/heading-fields.tsx'
import { RolesTable } from './roles-table.tsx'
import { SignFields } from './sign-fields.tsx'
import type { TableDraft } from './use-table-draft.ts'
import { WholeFields } from './whole-fields.tsx'

interface TableMappingPanelProps {
  table: TableImport
  draft: TableDraft
  propose: TableSteps['propose']
}

/** Which rows are the heading, what stands in rows and columns, and how the cells are read. */
export function TableMappingPanel({ table, draft, propose }: TableMappingPanelProps) {
  const { t } = useWords()
  return (
    <>
      <dl className="table-facts">
        {table.titles.length > 0 && (
          <div>
            <dt>{t('table-import.above')}</dt>
            <dd>{table.titles.join(' / ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('table-import.layout')}</dt>
          <dd>{t(`table-import.layout.${table.layout}`)}</dd>
        </div>
      </dl>
      <HeadingFields sheet={table} propose={propose} />
      <WholeFields table={table} draft={draft} />
      <RolesTable columns={table.columns} draft={draft} />
      <SignFields draft={draft} />
    </>
  )
}
