import { Tabs } from 'antd'
import { type TableImport, tableProblemsHref } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ProblemsHead } from '../../../../ui/sheet/problems-head.tsx'
import { StateNote } from '../../../../ui/state-note.tsx'
import { CellProblems } from './cell-problems.tsx'
import { FindingsList } from './findings-list.tsx'
import type { OutcomeDesk } from './outcome-desk.ts'
import { UnknownNames } from './unknown-names.tsx'
import { ValuesPreview } from './values-preview.tsx'

interface TableOutcomeProps {
  table: TableImport
  /** Left out when nothing can be changed any more. */
  desk?: OutcomeDesk
}

/** What the check found: cells with problems, names that nobody knows, doubtful data, values as they would be published. */
export function TableOutcome({ table, desk }: TableOutcomeProps) {
  const { t } = useWords()
  const { counts, problems, unknownUnits, unknownIndicators, preview } = table
  const tabs = [
    {
      key: 'problems' as const,
      count: counts?.problems ?? 0,
      children: (
        <>
          <ProblemsHead
            href={tableProblemsHref(table.id)}
            shown={problems.length}
            total={counts?.problems ?? 0}
          />
          <CellProblems problems={problems} />
        </>
      ),
    },
    {
      key: 'names' as const,
      count: unknownUnits.length + unknownIndicators.length,
      children: desk && <UnknownNames table={table} desk={desk} />,
    },
    {
      key: 'findings' as const,
      count: counts?.findings ?? 0,
      children: <FindingsList table={table} steps={desk?.steps} />,
    },
    { key: 'preview' as const, count: preview.length, children: <ValuesPreview values={preview} /> },
  ].filter(({ count, children }) => count > 0 && children)
  if (tabs.length === 0)
    return <StateNote title={t('table-import.no-values')}>{t('import.no-rows-way')}</StateNote>
  const items = tabs.map(({ key, count, children }) => ({
    key,
    children,
    label: t(`table-import.tab.${key}`) + (key === 'preview' ? '' : ` ${count}`),
  }))
  return <Tabs className="sheet-tabs" items={items} />
}
