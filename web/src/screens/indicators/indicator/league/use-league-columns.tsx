import { Link } from '@tanstack/react-router'
import type { LeagueRow, LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import type { Column } from '../../../../ui/data-table.tsx'
import { RankChange } from '../../parts/rank-change.tsx'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { leagueScale } from './league-scale.ts'
import { useRatioWords } from './use-ratio-words.ts'

/** Place, unit, value, how it moved, how far the next one is, and since when the front is held. */
export function useLeagueColumns(table: LeagueTable): Column<LeagueRow>[] {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const scale = leagueScale(table, locale)
  // The difference of two percentages is one of percentage points.
  const gapUnit = scale.unit === '%' ? t('indicator.points') : scale.unit
  // A margin below the last place that is printed is not none.
  const gap = (amount: string) => {
    const shown = scale.show(amount)
    return /[1-9]/.test(shown) || Number(amount) === 0 ? shown : `<${shown.replace(/0$/, '1')}`
  }
  const nameOf = new Map(table.rows.map((row) => [row.key, words.unit(row)]))
  const names = (keys: readonly string[]) =>
    keys.map((key) => nameOf.get(key) ?? key).join(t('app.list-separator'))
  const headed = (title: string, unit: string) => (unit ? t('indicator.headed', { title, unit }) : title)
  const ratio = useRatioWords(table)
  return [
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
        <>
          <Link
            className="league-unit"
            to="/indicators/units/$unitId"
            params={{ unitId: row.unitId ?? row.key }}
            search={{}}
          >
            {words.unit(row)}
          </Link>
          {row.note && <span className="under">{row.note}</span>}
        </>
      ),
    },
    {
      key: 'value',
      title: headed(t(`indicator.value-of.${table.measure}`), scale.unit),
      align: 'right',
      cell: (row) => (
        <>
          <span title={row.value ?? undefined}>{scale.show(row.value)}</span>
          {ratio.of(row) && <span className="under">{ratio.of(row)}</span>}
        </>
      ),
    },
    {
      key: 'change',
      title: t('indicator.change'),
      width: '108px',
      cell: ({ places, formerRank }) => (
        <>
          <RankChange places={table.formerPeriod === null ? null : places} />
          {formerRank !== null && places !== 0 && (
            <span className="under">{t('indicator.former-rank', { rank: formerRank })}</span>
          )}
        </>
      ),
    },
    {
      key: 'margin',
      title: gapUnit === scale.unit ? t('indicator.margin') : headed(t('indicator.margin'), gapUnit),
      align: 'right',
      cell: ({ toNextBetter, toNextWorse }) => (
        <>
          {toNextBetter && (
            <span className="league-margin" title={names(toNextBetter.units)}>
              {t('indicator.behind-next', { amount: gap(toNextBetter.amount) })}
            </span>
          )}
          {toNextWorse && (
            <span className="under league-margin" title={names(toNextWorse.units)}>
              {t('indicator.ahead-of-next', { amount: gap(toNextWorse.amount) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'streak',
      title: t('indicator.streak-column'),
      width: '150px',
      cell: ({ streak }) =>
        streak && (
          <>
            {words.streak(streak, { of: table.period, first: table.first })}
            <span className="under">
              {streak.since && t('indicator.since', { period: words.period(streak.since) })}
              {streak.shared > 0 && ` ${t('indicator.shared-times', { count: streak.shared })}`}
            </span>
          </>
        ),
    },
  ]
}
