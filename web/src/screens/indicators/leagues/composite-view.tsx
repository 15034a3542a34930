import type { CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { componentNames } from './component-names.ts'
import { CompositeLists } from './composite-lists.tsx'
import { useCompositeColumns } from './use-composite-columns.tsx'
import '../indicator/league/league.css'
import './composite.css'

/** Scores with every part of them, who is apart and what they lack, and the lists: on screen as in a publication. */
export function CompositeView({ table }: { table: CompositeTable }) {
  const { t } = useWords()
  const columns = useCompositeColumns(table)
  return (
    <>
      {table.rows.length === 0 ? (
        <StateNote title={t('indicator.nothing-ranked')}>{t('composite.nothing-way')}</StateNote>
      ) : (
        <div className="composite-scroll">
          <DataTable
            caption={table.league.name}
            columns={columns}
            rows={table.rows}
            rowKey={({ key }) => key}
          />
        </div>
      )}
      <Apart table={table} />
      <CompositeLists table={table} />
      <p className="indicator-note">{t('composite.as-of', { asOf: table.asOf })}</p>
    </>
  )
}

/** Who has no score, and each component that is lacking with its reason. */
function Apart({ table }: { table: CompositeTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const names = componentNames(table, locale)
  if (table.apart.length === 0) return null
  return (
    <div className="league-apart">
      <h3>{t('indicator.apart', { count: table.apart.length })}</h3>
      <ul>
        {table.apart.map((row) => (
          <li key={row.key}>
            <strong>{words.unit(row)}</strong>
            <span>
              {row.lacking
                .map(({ component, reason }) =>
                  t('composite.lacking', {
                    component: names.get(component) ?? component,
                    reason: reason === null ? '' : words.reason(reason),
                  }),
                )
                .join(t('app.list-separator'))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
