import type { Median, Share, Statistics, StatisticsRow } from '../../api/statistics.ts'
import { useUnitIndex } from '../../api/units.ts'
import { formatPeriod } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Drill } from './drill.tsx'
import { LightBar } from './light-bar.tsx'
import { ShareCell } from './share-cell.tsx'

const SHARES = [
  'open',
  'overdue',
  'closed',
  'closedOnTime',
  'closedByFirstDue',
  'wasLate',
  'wasReturned',
] as const
const MEDIANS = ['sign', 'work', 'verify'] as const

interface Line extends StatisticsRow {
  readonly name: string
  readonly isTotal: boolean
}

/** The counts by one grouping, the totals last; every number opens into its items. */
export function StatisticsTable({ statistics }: { statistics: Statistics }) {
  const { t } = useWords()
  const nameOf = useKeyNames(statistics.by)
  const lines: Line[] = [
    ...statistics.rows.map((row) => ({ ...row, name: nameOf(row.key), isTotal: false })),
    { ...statistics.totals, name: t('statistics.total'), isTotal: true },
  ]
  const words = (line: Line, column: string) => t('statistics.drill', { name: line.name, column })
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t(`statistics.by-${statistics.by}`),
      isMain: true,
      cell: ({ name, isTotal }) => (isTotal ? <strong>{name}</strong> : name),
    },
    {
      key: 'total',
      title: t('statistics.column.total'),
      align: 'right',
      cell: (line) => (
        <Drill query={line.query} name={words(line, t('statistics.column.total'))}>
          {line.total}
        </Drill>
      ),
    },
    ...SHARES.map((key): Column<Line> => {
      const title = t(`statistics.column.${key}`)
      return {
        key,
        title,
        align: 'right',
        cell: (line) => <ShareCell share={line[key] as Share} name={words(line, title)} />,
      }
    }),
    {
      key: 'lights',
      title: t('statistics.column.lights'),
      width: '190px',
      cell: (line) => <LightBar lights={line.lights} name={line.name} />,
    },
    ...MEDIANS.map((key): Column<Line> => {
      const title = t(`statistics.column.${key}`)
      return {
        key,
        title,
        align: 'right',
        cell: (line) => <MedianCell median={line.medians[key]} name={words(line, title)} />,
      }
    }),
  ]
  return (
    <div className="statistics-table">
      <DataTable
        caption={t('nav.statistics')}
        columns={columns}
        rows={lines}
        rowKey={({ key, isTotal }) => (isTotal ? 'total' : (key ?? 'none'))}
        selectedKey="total"
      />
    </div>
  )
}

function MedianCell({ median: { days, count, query }, name }: { median: Median; name: string }) {
  const { t } = useWords()
  if (days === null) return <span className="soft">—</span>
  return (
    <>
      {t('statistics.days', { days })}
      <span className="statistics-of">
        <Drill query={query} name={name}>
          n={count}
        </Drill>
      </span>
    </>
  )
}

/** How the keys of a grouping are called. */
function useKeyNames(by: Statistics['by']): (key: string | null) => string {
  const { t, find, locale } = useWords()
  const { nameOf } = useUnitIndex()
  return (key) => {
    if (key === null) return t(`statistics.none-${by}`)
    if (by === 'unit') return nameOf(key) ?? t('unit.unknown')
    if (by === 'month') return formatPeriod(locale, key)
    if (by === 'theme') return key
    return find(`${by === 'kind' ? 'item-kind' : 'origin'}.${key}`) ?? key
  }
}
