import { useSession } from '../../api/session.ts'
import { type PaceRow, usePace } from '../../api/statistics.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Drill } from './drill.tsx'
import { PaceBar } from './pace-bar.tsx'

/** Half the time gone, half the work done? The whole city first, then each unit. */
export function PacePanel({ asOf }: { asOf: string | undefined }) {
  const { t } = useWords()
  const { nameOf, units: register } = useUnitIndex()
  const { grants, user } = useSession()
  // Who reads only the own unit's items is shown no city: what is counted is what they may see.
  const isWhole =
    grants.permissions['ledger.read'] === 'any' ||
    register.some(({ id, kind }) => id === user.unitId && kind === 'city')
  const city = usePace({ by: 'city', asOf })
  const units = usePace({ by: 'unit', asOf })
  const error = city.error ?? units.error
  if (error) return <ErrorNote error={error} onRetry={() => Promise.all([city.refetch(), units.refetch()])} />
  const whole = (city.data?.rows ?? []).map((row) => ({
    ...row,
    name: t(isWhole ? 'pace.city' : 'statistics.total'),
  }))
  const each = (units.data?.rows ?? []).map((row) => ({
    ...row,
    name: row.key === null ? t('statistics.none-unit') : (nameOf(row.key) ?? t('unit.unknown')),
  }))
  const rows = [...whole, ...each].filter(({ counted, withoutClock }) => counted + withoutClock > 0)
  if (rows.length === 0) return null
  const columns: Column<PaceRow & { name: string }>[] = [
    { key: 'name', title: t('statistics.by-unit'), isMain: true, width: '170px', cell: ({ name }) => name },
    { key: 'bar', title: t('pace.bar'), cell: (row) => <PaceBar row={row} /> },
    {
      key: 'time',
      title: t('pace.time'),
      align: 'right',
      width: '120px',
      cell: ({ timePassedPercent, timePassed, weight }) => (
        <Percent percent={timePassedPercent} numerator={timePassed} denominator={weight} />
      ),
    },
    {
      key: 'expected',
      title: t('pace.expected'),
      align: 'right',
      width: '120px',
      cell: ({ expectedPercent, expected, weight }) => (
        <Percent percent={expectedPercent} numerator={expected} denominator={weight} />
      ),
    },
    {
      key: 'progress',
      title: t('pace.progress'),
      align: 'right',
      width: '120px',
      cell: ({ progressPercent, progress, weight }) => (
        <Percent percent={progressPercent} numerator={progress} denominator={weight} />
      ),
    },
    {
      key: 'verdict',
      title: t('pace.verdict'),
      width: '130px',
      cell: ({ isBehindPlan, isBehindTime, counted }) =>
        counted === 0 ? (
          '—'
        ) : isBehindPlan ? (
          <strong className="ledger-late">{t('pace.behind-plan')}</strong>
        ) : isBehindTime ? (
          t('pace.behind-time')
        ) : (
          t('pace.on-pace')
        ),
    },
    {
      key: 'counted',
      title: t('pace.counted'),
      align: 'right',
      width: '96px',
      cell: ({ counted, withoutClock, query, name }) => (
        <>
          <Drill query={query} name={name}>
            {counted}
          </Drill>
          {withoutClock > 0 && (
            <span className="statistics-of">{t('pace.without-clock', { count: withoutClock })}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <section className="pace" aria-labelledby="pace">
      <h2 id="pace">{t('pace.title')}</h2>
      <DataTable
        caption={t('pace.title')}
        columns={columns}
        rows={rows}
        rowKey={({ key, name }) => key ?? name}
      />
      <p className="soft statistics-note">{t('pace.note')}</p>
    </section>
  )
}

interface PercentProps {
  readonly percent: string | null
  readonly numerator: string
  readonly denominator: string
}

/** A share with what it is a share of: both exact. */
function Percent({ percent, numerator, denominator }: PercentProps) {
  const { t } = useWords()
  if (percent === null) return <span className="soft">—</span>
  return (
    <>
      {percent}%
      <span className="statistics-of" title={t('pace.exact', { numerator, denominator })}>
        {short(numerator)} / {short(denominator)}
      </span>
    </>
  )
}

/** A sum of weights to two places; the whole of it stands in the hint. */
function short(decimal: string): string {
  const [whole, places = ''] = decimal.split('.')
  return places === '' ? whole! : `${whole}.${places.slice(0, 2)}`
}
