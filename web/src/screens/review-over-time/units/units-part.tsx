import { Link } from '@tanstack/react-router'
import type { OverTime } from '../../../api/review-over-time.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Sparkline } from '../../../ui/chart/sparkline.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { reviewName } from '../review-name.ts'
import { shortfallsOf, strengthsOf } from './told-of.ts'
import { UnitQuarters } from './unit-quarters.tsx'

type OneUnit = OverTime['units'][number]

interface UnitsPartProps {
  units: readonly OneUnit[]
  /** The one that is looked at. */
  unitId: string | undefined
}

/** Each unit against itself: a line a unit, or one unit quarter by quarter. */
export function UnitsPart({ units, unitId }: UnitsPartProps) {
  const { t, locale } = useWords()
  const { nameOf } = useUnitIndex()
  const told = units.filter(({ quarters }) => quarters.length > 0)
  if (told.length === 0) return <StateNote title={t('time.units-empty')}>{t('time.empty-way')}</StateNote>
  const one = unitId && told.find((unit) => unit.unitId === unitId)
  if (one) return <UnitQuarters unit={one} name={nameOf(one.unitId) ?? t('unit.unknown')} />
  const line = (values: readonly (number | null)[], unit: OneUnit, what: string) => (
    <span className="unit-line">
      <Sparkline
        values={values}
        label={t('time.line-of', {
          what,
          unit: nameOf(unit.unitId) ?? '',
          values: values.map((one) => one ?? '—').join(' '),
        })}
      />
      <span className="figure">{values.at(-1) ?? '—'}</span>
    </span>
  )
  const columns: Column<OneUnit>[] = [
    {
      key: 'unit',
      title: t('matter.column.unit'),
      isMain: true,
      cell: ({ unitId: id }) => (
        <Link to="/review/over-time" search={{ part: 'units', unitId: id }}>
          {nameOf(id) ?? t('unit.unknown')}
        </Link>
      ),
    },
    {
      key: 'reviews',
      title: t('matter.column.times'),
      align: 'right',
      width: '96px',
      cell: ({ quarters }) => quarters.length,
    },
    {
      key: 'latest',
      title: t('matter.column.last'),
      width: '140px',
      cell: ({ quarters }) => {
        const last = quarters.at(-1)
        return last ? reviewName(locale, last) : '—'
      },
    },
    {
      key: 'strengths',
      title: t('cycle.side.strength'),
      width: '160px',
      cell: (unit) => line(unit.quarters.map(strengthsOf), unit, t('cycle.side.strength')),
    },
    {
      key: 'shortfalls',
      title: t('cycle.side.shortfall'),
      width: '160px',
      cell: (unit) => line(unit.quarters.map(shortfallsOf), unit, t('cycle.side.shortfall')),
    },
    {
      key: 'on-time',
      title: t('time.column.on-time-last'),
      align: 'right',
      width: '140px',
      cell: ({ quarters }) => {
        const share = quarters.findLast(({ onTime }) => onTime !== null)?.onTime
        return share ? `${share.numerator} / ${share.denominator}` : <span className="soft">—</span>
      },
    },
  ]
  return (
    <DataTable caption={t('time.part.units')} columns={columns} rows={told} rowKey={(unit) => unit.unitId} />
  )
}
