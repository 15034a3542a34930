import { Link } from '@tanstack/react-router'
import type { PaceBoard, UnitStanding } from '../../../api/measured-units.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Sparkline } from '../../../ui/chart/sparkline.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { isPercent } from '../parts/is-percent.ts'
import { numberScale, placesOf, withUnit } from '../parts/number-scale.ts'
import { PaceLine } from '../parts/pace-line.tsx'
import { PaceMark } from '../parts/pace-mark.tsx'
import { RankChange } from '../parts/rank-change.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { usePaceWords } from '../parts/use-pace-words.ts'

type RatioSide = NonNullable<UnitStanding['ratio']>['numerator']

interface StandingsTableProps {
  standings: readonly UnitStanding[]
  /** Targets of this unit; missing while they are loaded, or where they could not be. */
  pace: PaceBoard | undefined
}

/** Every indicator of a unit on a line. */
export function StandingsTable({ standings, pace }: StandingsTableProps) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const paceWords = usePaceWords(pace)
  const cellOf = new Map(pace?.cells.toReversed().map((cell) => [cell.indicator, cell]))
  const columns: Column<UnitStanding>[] = [
    {
      key: 'name',
      title: t('indicator.name'),
      isMain: true,
      cell: (standing) => (
        <>
          <Link to="/indicators/$code" params={{ code: standing.code }} search={{}}>
            {words.named(standing)}
          </Link>
          {standing.period && <span className="under">{words.period(standing.period)}</span>}
        </>
      ),
    },
    {
      key: 'line',
      title: t('unit-page.line'),
      width: '106px',
      cell: (standing) => (
        <Sparkline
          values={standing.points.map((point) => (point === null ? null : Number(point)))}
          label={t('indicator.line-of', { unit: words.named(standing), value: standing.value ?? '—' })}
        />
      ),
    },
    {
      key: 'value',
      title: t('indicator.value-of.level'),
      align: 'right',
      cell: (standing) => {
        const scale = numberScale([standing.value], standing.unitOfMeasure, {
          decimals: standing.decimals,
          locale,
        })
        const { ratio } = standing
        return (
          <>
            <span className="unit-value" title={standing.value ?? undefined}>
              {scale.show(standing.value)}{' '}
              <span className="soft">{standing.value !== null && scale.unit}</span>
            </span>
            {ratio && standing.value !== null && (
              <span className="under">
                {t('indicator.divided', {
                  numerator: side(ratio.numerator, locale),
                  denominator: side(ratio.denominator, locale),
                })}
              </span>
            )}
          </>
        )
      },
    },
    {
      key: 'growth',
      title: t('unit-page.growth'),
      align: 'right',
      cell: (standing) => <SinceLastYear standing={standing} />,
    },
    {
      key: 'rank',
      title: t('indicator.rank'),
      width: '110px',
      cell: ({ rank, of, sharedBy, reason }) =>
        rank === null ? (
          <span className="soft">{words.reason(reason ?? '')}</span>
        ) : (
          <>
            <strong className="figure">{rank}</strong>
            <span className="soft"> / {of}</span>
            {sharedBy > 1 && <span className="league-tie">{t('indicator.tied')}</span>}
          </>
        ),
    },
    {
      key: 'change',
      title: t('indicator.change'),
      width: '100px',
      cell: ({ places, rank }) => (rank === null ? null : <RankChange places={places} />),
    },
    {
      key: 'pace',
      title: pace ? t('unit-page.pace-of', { period: words.period(pace.period) }) : t('unit-page.pace'),
      width: '210px',
      cell: ({ code }) => {
        const cell = cellOf.get(code)
        if (!cell) return <span className="soft">{t('unit-page.no-target')}</span>
        if (cell.state !== 'measured') return <span className="soft">{paceWords.state(cell)}</span>
        return (
          <>
            <PaceLine cell={cell} />
            <span className="unit-pace">
              <PaceMark tone={cell.tone ?? ''} />
              {paceWords.band(cell.band)} {paceWords.gap(cell)}
            </span>
          </>
        )
      },
    },
  ]
  return (
    <div className="wide-table">
      <DataTable
        caption={t('unit-page.table')}
        columns={columns}
        rows={standings}
        rowKey={({ code }) => code}
      />
    </div>
  )
}

/** One side of a ratio with its unit of measure. */
function side({ value, unitOfMeasure }: RatioSide, locale: Locale): string {
  const scale = numberScale([value], unitOfMeasure ?? '', { decimals: placesOf([value]), locale })
  return withUnit(scale, value, locale)
}

/** Growth in per cent; of percentages the difference in percentage points. */
function SinceLastYear({ standing }: { standing: UnitStanding }) {
  const { t, locale } = useWords()
  const { growth, change, unitOfMeasure } = standing
  const { showSigned } = numberScale([], '%', { decimals: 1, locale })
  if (isPercent(unitOfMeasure) && change !== null) return t('pace.gap-points', { points: showSigned(change) })
  if (isPercent(unitOfMeasure) || growth === null) return <span className="soft">—</span>
  return t('unit-page.percent', { value: showSigned(growth) })
}
