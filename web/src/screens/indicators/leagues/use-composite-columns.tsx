import { Link } from '@tanstack/react-router'
import type { CompositeRow, CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Column } from '../../../ui/data-table.tsx'
import { RankChange } from '../parts/rank-change.tsx'
import { rounded } from '../parts/rounded.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { componentNames } from './component-names.ts'
import { PartPoints } from './part-points.tsx'

/** Place, unit, score, then a column for each component that shows what its points come from. */
export function useCompositeColumns(table: CompositeTable): Column<CompositeRow>[] {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const names = componentNames(table, locale)
  const { components, groups, places, rankBonus } = table.definition.scheme
  const print = (points: string) => rounded(points, places)
  const groupName = (key: string) => {
    const name = groups.find((each) => each.key === key)?.name
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
    {
      key: 'unit',
      title: t('indicator.unit'),
      isMain: true,
      cell: (row) => (
        <Link
          className="league-unit"
          to="/indicators/units/$unitId"
          params={{ unitId: row.unitId ?? row.key }}
          search={{}}
        >
          {words.unit(row)}
        </Link>
      ),
    },
    {
      key: 'score',
      title: t('composite.score'),
      align: 'right',
      cell: ({ score, formerScore }) => (
        <>
          <strong>{print(score)}</strong>
          {formerScore !== null && (
            <span className="under league-margin">
              {t('composite.former-score', { score: print(formerScore) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'change',
      title: t('indicator.change'),
      cell: ({ places, streak }) => (
        <>
          <RankChange places={table.formerPeriod === null ? null : places} />
          {streak && <span className="under">{words.streak(streak, { of: table.period, first: 1 })}</span>}
        </>
      ),
    },
    ...components.map(
      (component): Column<CompositeRow> => ({
        key: component.key,
        title: t('composite.weighted', {
          name: names.get(component.key) ?? component.key,
          weight: component.weight,
        }),
        align: 'right',
        cell: ({ parts }) => {
          const part = parts.find((each) => each.component === component.key)
          return part ? (
            <PartPoints
              part={part}
              component={component}
              source={table.definition.sources[component.key]}
              period={table.period}
              places={places}
            />
          ) : (
            '—'
          )
        },
      }),
    ),
  ]
  if (groups.length > 0)
    columns.push({
      key: 'capped',
      title: t('composite.caps'),
      align: 'right',
      cell: ({ capped }) =>
        capped.length === 0
          ? '—'
          : capped.map(({ group, points }) => (
              <span key={group} className="composite-cap">
                {print(points)}
                <span className="under">{groupName(group)}</span>
              </span>
            )),
    })
  if (rankBonus)
    columns.push({
      key: 'bonus',
      title: t('composite.bonus'),
      align: 'right',
      cell: ({ bonus }) =>
        bonus ? (
          <>
            {signed(bonus.points)}
            <span className="under">{t('composite.place', { rank: bonus.place })}</span>
          </>
        ) : (
          '—'
        ),
    })
  if (table.rows.some(({ adjusted }) => adjusted.entered !== null))
    columns.push({
      key: 'adjusted',
      title: t('composite.adjusted'),
      align: 'right',
      cell: ({ adjusted: { entered, points, reason, isLimited } }) =>
        entered === null ? (
          '—'
        ) : (
          <>
            {signed(points)}
            {isLimited && (
              <span className="under">{t('composite.limited', { entered: signed(entered) })}</span>
            )}
            {reason && <span className="under">{reason}</span>}
          </>
        ),
    })
  return columns
}

const signed = (points: string) => (/^(-|0$)/.test(points) ? points : `+${points}`)
