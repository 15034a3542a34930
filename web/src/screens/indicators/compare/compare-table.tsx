import { Link } from '@tanstack/react-router'
import { isStandingNamed } from '../../../../../src/modules/indicators/rules/is-standing-named.ts'
import type { Comparison, UnitStanding } from '../../../api/measured-units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Sparkline } from '../../../ui/chart/sparkline.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { CsvButton } from '../parts/csv-button.tsx'
import { numberScale } from '../parts/number-scale.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { XlsxButton } from '../parts/xlsx-button.tsx'
import { compareFile } from './compare-file.ts'

type Row = Comparison['rows'][number]

interface CompareTableProps {
  comparison: Comparison
  /** Only indicators with these words. */
  words: string | undefined
  /** Only those with this tag. */
  tag: string | undefined
}

/** A line for each indicator: both values on one scale, the difference, and who stands better. */
export function CompareTable({ comparison, words: sought, tag }: CompareTableProps) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const [a, b] = comparison.units
  const names = { first: words.unit(a), second: words.unit(b) }
  const rows = comparison.rows.filter(({ first }) => isStandingNamed(first, sought))
  const count = (better: Row['better']) => rows.filter((row) => row.better === better).length
  const scaleOf = ({ first, second }: Row) =>
    numberScale([first.value, second.value], first.unitOfMeasure, { decimals: first.decimals, locale })
  const side = (which: 'first' | 'second'): Column<Row> => ({
    key: which,
    title: names[which],
    align: 'right',
    cell: (row) => {
      const standing: UnitStanding = row[which]
      const scale = scaleOf(row)
      return (
        <div className={`compare-side ${row.better === which ? 'is-better' : ''}`}>
          <span>
            {row.better === which && <span className="compare-better">{t('compare.better')}</span>}
            <strong>{scale.show(standing.value)}</strong>{' '}
            <span className="soft">{standing.value !== null && scale.unit}</span>
          </span>
          <span className="under">
            {standing.rank === null
              ? words.reason(standing.reason ?? '')
              : t('compare.rank-of', { rank: standing.rank, of: standing.of })}
            {standing.rank !== null && standing.sharedBy > 1 && ` ${t('indicator.tied')}`}
          </span>
        </div>
      )
    },
  })
  const line = (which: 'first' | 'second'): Column<Row> => ({
    key: `${which}-line`,
    title: t('compare.line', { unit: names[which] }),
    width: '104px',
    cell: (row) => (
      <Sparkline
        values={row[which].points.map((point) => (point === null ? null : Number(point)))}
        range={rangeOf(row)}
        label={t('indicator.line-of', { unit: names[which], value: row[which].value ?? '—' })}
      />
    ),
  })
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('indicator.name'),
      isMain: true,
      cell: ({ first }) => (
        <>
          <Link to="/indicators/$code" params={{ code: first.code }} search={{ units: `${a.key},${b.key}` }}>
            {words.named(first)}
          </Link>
          {first.period && <span className="under">{words.period(first.period)}</span>}
        </>
      ),
    },
    line('first'),
    side('first'),
    {
      key: 'difference',
      title: t('compare.difference'),
      align: 'right',
      cell: (row) => {
        const scale = scaleOf(row)
        const unit = scale.unit === '%' ? t('indicator.points') : scale.unit
        return (
          <>
            {scale.showSigned(row.difference)} <span className="soft">{row.difference !== null && unit}</span>
            {row.better === 'equal' && <span className="under">{t('compare.equal')}</span>}
          </>
        )
      },
    },
    side('second'),
    line('second'),
  ]
  if (rows.length === 0)
    return <StateNote title={t('indicator.none-found')}>{t('indicator.none-found-way')}</StateNote>
  return (
    <>
      <div className="compare-head">
        <p>
          {t('compare.tally', {
            first: names.first,
            second: names.second,
            firstCount: count('first'),
            secondCount: count('second'),
            equal: count('equal'),
            unknown: count(null),
          })}
        </p>
        <span className="compare-files no-print">
          <CsvButton
            table={() => compareFile(rows, { names, t, named: words.named })}
            fileName={`${a.key}-${b.key}`}
          />
          <XlsxButton
            path="/api/compare/file"
            query={{ units: `${a.key},${b.key}`, cohort: comparison.cohort.key, tag, q: sought }}
          />
        </span>
      </div>
      <div className="wide-table">
        <DataTable
          caption={t('compare.title')}
          columns={columns}
          rows={rows}
          rowKey={({ first }) => first.code}
        />
      </div>
      <p className="indicator-note compare-note">
        {t('compare.note', { cohort: words.named(comparison.cohort), asOf: comparison.asOf })}
      </p>
    </>
  )
}

/** Both lines of a row are drawn on one scale. */
function rangeOf({ first, second }: Row): readonly [number, number] | undefined {
  const values = [...first.points, ...second.points].flatMap((point) =>
    point === null ? [] : [Number(point)],
  )
  return values.length === 0 ? undefined : [Math.min(...values), Math.max(...values)]
}
