import { Link } from '@tanstack/react-router'
import type { CompositeRow, CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { RankChange } from '../parts/rank-change.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { CompositeLists } from './composite-lists.tsx'
import '../indicator/league/league.css'
import './leagues.css'

/** Scores that open into all their parts, who is apart and what they lack, and the lists. */
export function CompositeView({ table }: { table: CompositeTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { components } = table.definition.scheme
  const nameOf = (key: string) => {
    const name = components.find((each) => each.key === key)?.name
    return (locale === 'en' ? name?.en : name?.zh) ?? key
  }
  const columns: Column<CompositeRow>[] = [
    {
      key: 'rank',
      title: t('indicator.rank'),
      width: '76px',
      cell: ({ rank, sharedBy }) => (
        <>
          <strong className="league-rank">{rank}</strong>
          {sharedBy > 1 && <span className="league-tie">{t('indicator.tied')}</span>}
        </>
      ),
    },
    { key: 'unit', title: t('indicator.unit'), isMain: true, cell: (row) => words.unit(row) },
    {
      key: 'score',
      title: t('composite.score'),
      align: 'right',
      cell: ({ score }) => <strong className="figure">{score}</strong>,
    },
    {
      key: 'parts',
      title: t('composite.parts'),
      cell: (row) => <Parts row={row} table={table} nameOf={nameOf} />,
    },
    {
      key: 'change',
      title: t('indicator.change'),
      cell: ({ places }) => <RankChange places={table.formerPeriod === null ? null : places} />,
    },
    {
      key: 'streak',
      title: t('indicator.streak-column'),
      cell: ({ streak }) => streak && words.streak(streak, { of: table.period, first: 1 }),
    },
  ]
  return (
    <>
      {table.rows.length === 0 ? (
        <StateNote title={t('indicator.nothing-ranked')}>{t('composite.nothing-way')}</StateNote>
      ) : (
        <DataTable
          caption={table.league.name}
          columns={columns}
          rows={table.rows}
          rowKey={({ key }) => key}
        />
      )}
      {table.apart.length > 0 && (
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
                        component: nameOf(component),
                        reason: reason === null ? '' : words.reason(reason),
                      }),
                    )
                    .join(t('app.list-separator'))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <CompositeLists table={table} />
      <p className="indicator-note">{t('composite.as-of', { asOf: table.asOf })}</p>
    </>
  )
}

interface PartsProps {
  row: CompositeRow
  table: CompositeTable
  nameOf: (component: string) => string
}

/** What each component gave, with what is divided by what and weighs how much. */
function Parts({ row, table, nameOf }: PartsProps) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const { sources } = table.definition
  return (
    <details>
      <summary>{row.parts.map(({ points }) => points).join(' + ')}</summary>
      <ul className="composite-parts">
        {row.parts.map(({ component, numerator, denominator, weight, points, uncapped, reason }) => {
          const source = sources[component]
          return (
            <li key={component}>
              {source?.kind === 'indicator' ? (
                <Link
                  to="/indicators/$code"
                  params={{ code: source.indicator }}
                  search={source.month == null ? { period: table.period } : {}}
                >
                  {nameOf(component)}
                </Link>
              ) : (
                nameOf(component)
              )}{' '}
              {numerator === null
                ? reason && words.reason(reason)
                : t('composite.part', { numerator, denominator: denominator ?? '', weight, points })}
              {uncapped !== null && t('composite.uncapped', { points: uncapped })}
            </li>
          )
        })}
        {row.capped.map(({ group, points }) => (
          <li key={group}>{t('composite.capped', { group, points })}</li>
        ))}
        {row.bonus && <li>{t('composite.bonus-of', row.bonus)}</li>}
        {row.adjusted.entered !== null && (
          <li>{t('composite.adjusted-by', { points: row.adjusted.points, reason: row.adjusted.reason })}</li>
        )}
      </ul>
    </details>
  )
}
