import { Button } from 'antd'
import type { League, LeagueEntry } from '../../../api/leagues.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useUnitOfKey } from '../parts/use-unit-of-key.ts'
import { useEntryWords } from './use-entry-words.ts'

interface EntriesTableProps {
  league: League
  entries: readonly LeagueEntry[]
  /** Undefined where they may only be read. */
  onChoose: ((entry: LeagueEntry) => void) | undefined
}

/** What persons entered for the period, and who; one of them can be taken up again. */
export function EntriesTable({ league, entries, onChoose }: EntriesTableProps) {
  const { t } = useWords()
  const unitOf = useUnitOfKey()
  const wordsOf = useEntryWords(league)
  const columns: Column<LeagueEntry>[] = [
    { key: 'unit', title: t('indicator.unit'), isMain: true, cell: ({ unit }) => unitOf(unit) },
    { key: 'what', title: t('composite.enter-what'), cell: (entry) => wordsOf(entry) },
    {
      key: 'value',
      title: t('composite.enter-value'),
      align: 'right',
      cell: ({ kind, value }) => (kind === 'exemption' ? '—' : value),
    },
    { key: 'reason', title: t('composite.enter-reason'), cell: ({ reason }) => reason || '—' },
    {
      key: 'by',
      title: t('composite.entered'),
      cell: ({ enteredBy, enteredAt }) => `${enteredBy} ${formatInstant(enteredAt)}`,
    },
  ]
  if (onChoose)
    columns.push({
      key: 'change',
      title: t('alert.change'),
      width: '80px',
      cell: (entry) => (
        <Button size="small" onClick={() => onChoose(entry)}>
          {t('alert.change')}
        </Button>
      ),
    })
  return (
    <div className="league-entries">
      <DataTable
        caption={t('composite.enter')}
        columns={columns}
        rows={entries}
        rowKey={({ unit, kind, subject }) => `${unit} ${kind} ${subject}`}
      />
    </div>
  )
}
