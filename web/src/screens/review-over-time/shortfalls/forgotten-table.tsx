import type { OverTime } from '../../../api/review-over-time.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatShare } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { CountLink } from './count-link.tsx'
import { forgottenBy } from './listed-shortfalls.ts'

type Forgotten = OverTime['forgotten'][number]

/** Whose shortfalls nobody followed, the most forgetful unit first. */
export function ForgottenTable({ forgotten }: { forgotten: readonly Forgotten[] }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const columns: Column<Forgotten>[] = [
    {
      key: 'unit',
      title: t('matter.column.unit'),
      isMain: true,
      cell: ({ unitId }) => nameOf(unitId) ?? t('unit.unknown'),
    },
    {
      key: 'forgotten',
      title: t('time.fate.forgotten'),
      align: 'right',
      width: '96px',
      cell: ({ unitId, numerator }) => (
        <CountLink count={numerator} list={forgottenBy(unitId)} name={nameOf(unitId) ?? ''} />
      ),
    },
    {
      key: 'judged',
      title: t('time.judged'),
      align: 'right',
      width: '96px',
      cell: ({ denominator }) => denominator,
    },
    {
      key: 'share',
      title: t('time.column.forgotten-share'),
      align: 'right',
      width: '96px',
      cell: ({ numerator, denominator }) => formatShare(numerator, denominator),
    },
    {
      key: 'bar',
      title: t('time.column.bar'),
      width: '240px',
      cell: ({ numerator, denominator }) => (
        <span className="share-bar" aria-hidden="true">
          <span style={{ width: `${(numerator / denominator) * 100}%` }} />
        </span>
      ),
    },
  ]
  return (
    <section className="time-section" aria-labelledby="time-forgotten">
      <h2 id="time-forgotten">{t('time.forgotten')}</h2>
      <p className="soft">{t('time.forgotten-note')}</p>
      <DataTable
        caption={t('time.forgotten')}
        columns={columns}
        rows={forgotten}
        rowKey={({ unitId }) => unitId}
      />
    </section>
  )
}
