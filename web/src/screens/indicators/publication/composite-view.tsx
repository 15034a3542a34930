import type { CompositeRow, CompositeTable } from '../../../api/indicators.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { RankChange } from '../parts/rank-change.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { componentNames } from './component-names.ts'

/** A composite league as it was frozen: the score with every part of it, who is apart, and the red and black lists. */
export function CompositeView({ composite }: { composite: CompositeTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { apart, lists } = composite
  const names = componentNames(composite, locale)
  const separator = t('app.list-separator')
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
      cell: ({ score }) => <strong>{score}</strong>,
    },
    {
      key: 'change',
      title: t('indicator.change'),
      width: '100px',
      cell: ({ places }) => <RankChange places={composite.formerPeriod === null ? null : places} />,
    },
    ...[...names].map(
      ([component, name]): Column<CompositeRow> => ({
        key: component,
        title: name,
        align: 'right',
        cell: ({ parts }) => {
          const part = parts.find((each) => each.component === component)
          if (!part) return '—'
          return part.isMissing ? t('composite.missing', { points: part.points }) : part.points
        },
      }),
    ),
    {
      key: 'bonus',
      title: t('composite.bonus'),
      align: 'right',
      cell: ({ bonus }) => bonus?.points ?? '—',
    },
    {
      key: 'adjusted',
      title: t('composite.adjusted'),
      align: 'right',
      cell: ({ adjusted }) => (
        <>
          {adjusted.points}
          {adjusted.reason && <span className="under">{adjusted.reason}</span>}
        </>
      ),
    },
  ]
  return (
    <>
      <div className="publication-scroll">
        <DataTable
          caption={t('indicator.league')}
          columns={columns}
          rows={composite.rows}
          rowKey={({ key }) => key}
        />
      </div>
      {lists && (
        <dl className="publication-lists">
          {(['red', 'black'] as const).map((list) => (
            <div key={list}>
              <dt>{t(`composite.list.${list}`, { quota: lists[list].quota })}</dt>
              <dd>{lists[list].listed.map(words.unit).join(separator) || t('app.none')}</dd>
            </div>
          ))}
        </dl>
      )}
      {apart.length > 0 && (
        <p className="indicator-note">
          {t('indicator.apart', { count: apart.length })} {apart.map(words.unit).join(separator)}
        </p>
      )}
    </>
  )
}
