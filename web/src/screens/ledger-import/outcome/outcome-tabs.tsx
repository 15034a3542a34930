import { Tabs } from 'antd'
import { problemsHref, type SheetImport } from '../../../api/sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ProblemsHead } from '../../../ui/sheet/problems-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import type { MappingDraft } from '../mapping/use-mapping-draft.ts'
import { NotesTable } from './notes-table.tsx'
import { PreviewTable } from './preview-table.tsx'
import { UnknownUnits } from './unknown-units.tsx'

interface OutcomeTabsProps {
  sheet: SheetImport
  /** Left out when nothing can be changed any more. */
  mapping?: MappingDraft
  onCheck?: () => void
}

/** What the check found: problems, names that are no unit, things to know, rows as they would be entered. */
export function OutcomeTabs({ sheet, mapping, onCheck }: OutcomeTabsProps) {
  const { t } = useWords()
  const { counts, problems, warnings, unknownUnits, preview } = sheet
  const tabs = [
    {
      key: 'problems' as const,
      count: counts?.problems ?? 0,
      children: (
        <>
          <ProblemsHead href={problemsHref(sheet.id)} shown={problems.length} total={counts?.problems ?? 0} />
          <NotesTable caption={t('import.tab.problems')} notes={problems} />
        </>
      ),
    },
    {
      key: 'units' as const,
      count: unknownUnits.length,
      children: mapping && onCheck && <UnknownUnits sheet={sheet} mapping={mapping} onCheck={onCheck} />,
    },
    {
      key: 'warnings' as const,
      count: counts?.warnings ?? 0,
      children: <NotesTable caption={t('import.tab.warnings')} notes={warnings} />,
    },
    {
      key: 'preview' as const,
      count: preview.length,
      children: <PreviewTable rows={preview} />,
    },
  ].filter(({ count, children }) => count > 0 && children)
  if (tabs.length === 0) return <StateNote title={t('import.no-rows')}>{t('import.no-rows-way')}</StateNote>
  const items = tabs.map(({ key, count, children }) => ({
    key,
    children,
    label: t(`import.tab.${key}`) + (key === 'preview' ? '' : ` ${count}`),
  }))
  return <Tabs className="sheet-tabs" items={items} />
}
