import type { LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { StateNote } from '../../../../ui/state-note.tsx'
import { ApartList } from './apart-list.tsx'
import { LeagueNotes } from './league-notes.tsx'
import { useLeagueColumns } from './use-league-columns.tsx'
import { WholeLine } from './whole-line.tsx'

/** Those ranked, those apart with their reasons, and what must be known to read the places. */
export function LeagueView({ table }: { table: LeagueTable }) {
  const { t } = useWords()
  const columns = useLeagueColumns(table)
  return (
    <>
      {table.rows.length === 0 ? (
        <StateNote title={t('indicator.nothing-ranked')}>{t('indicator.nothing-ranked-way')}</StateNote>
      ) : (
        <DataTable
          caption={t('indicator.league')}
          columns={columns}
          rows={table.rows}
          rowKey={({ key }) => key}
        />
      )}
      <WholeLine table={table} />
      <ApartList table={table} />
      <LeagueNotes table={table} />
    </>
  )
}
