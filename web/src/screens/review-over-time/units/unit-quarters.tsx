import { Link } from '@tanstack/react-router'
import type { OverTime, UnitQuarter } from '../../../api/review-over-time.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { reviewName } from '../review-name.ts'
import { UnitCharts } from './unit-charts.tsx'

interface UnitQuartersProps {
  unit: OverTime['units'][number]
  name: string
}

/** One unit at each review that spoke of it, the latest first; what was printed, what the book said, ranks, items in time. */
export function UnitQuarters({ unit, name }: UnitQuartersProps) {
  const { t, locale } = useWords()
  const count = (value: number | undefined) => value ?? <span className="soft">—</span>
  const columns: Column<UnitQuarter>[] = [
    {
      key: 'review',
      title: t('time.column.review'),
      isMain: true,
      width: '150px',
      cell: (quarter) => reviewName(locale, quarter),
    },
    {
      key: 'strengths',
      title: t('time.column.printed-strengths'),
      align: 'right',
      width: '96px',
      cell: ({ printed }) => count(printed?.strengths),
    },
    {
      key: 'shortfalls',
      title: t('time.column.printed-shortfalls'),
      align: 'right',
      width: '96px',
      cell: ({ printed }) => count(printed?.shortfalls),
    },
    {
      key: 'book',
      title: t('time.column.book'),
      width: '190px',
      cell: ({ book }) =>
        book ? (
          <span className="figure">{t('time.book-counts', book)}</span>
        ) : (
          <span className="soft">—</span>
        ),
    },
    {
      key: 'on-time',
      title: t('time.column.on-time'),
      align: 'right',
      width: '120px',
      cell: ({ onTime }) =>
        onTime ? (
          <>
            {formatShare(onTime.numerator, onTime.denominator)}{' '}
            <span className="soft">
              ({onTime.numerator}/{onTime.denominator})
            </span>
          </>
        ) : (
          <span className="soft">—</span>
        ),
    },
    {
      key: 'ranks',
      title: t('time.column.ranks'),
      cell: ({ ranks }) =>
        ranks.length === 0 ? (
          <span className="soft">—</span>
        ) : (
          <span className="unit-ranks">
            {ranks.map(({ statementId, subject, position, href }) => (
              <Link key={statementId} to={href}>
                {subject} {position === null ? t('read.position-front') : t('read.position', { position })}
              </Link>
            ))}
          </span>
        ),
    },
  ]
  return (
    <section className="time-section" aria-label={name}>
      <h2>
        {name}
        <Link className="time-close no-print" to="/review/over-time" search={{ part: 'units' }}>
          {t('matter.all-units')}
        </Link>
      </h2>
      <DataTable
        caption={name}
        columns={columns}
        rows={unit.quarters.toReversed()}
        rowKey={({ review }) => review}
      />
      <UnitCharts quarters={unit.quarters} name={name} />
    </section>
  )
}
