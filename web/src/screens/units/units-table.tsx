import type { Cohort, Unit } from '../../api/model.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

/** Units with code, names, cohorts, validity and what became of them. */
export function UnitsTable({ units, cohorts }: { units: readonly Unit[]; cohorts: readonly Cohort[] }) {
  const words = useWords()
  const { t, locale } = words
  const { nameOf } = useUnitIndex()
  const cohortName = (key: string) => {
    const cohort = cohorts.find((candidate) => candidate.key === key)
    return (locale === 'en' ? cohort?.nameEn : cohort?.name) ?? key
  }
  const separator = t('app.list-separator')
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      title: t('units.column.name'),
      isMain: true,
      cell: (unit) => (
        <>
          {unit.name}
          <span className="soft unit-full">{(locale === 'en' && unit.nameEn) || unit.fullName}</span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('units.column.kind'),
      width: '104px',
      cell: (unit) => t(`units.kind.${unit.kind}`),
    },
    {
      key: 'code',
      title: t('units.column.code'),
      width: '88px',
      cell: (unit) => <span className="figure">{unit.code ?? '—'}</span>,
    },
    { key: 'aliases', title: t('units.column.aliases'), cell: (unit) => unit.aliases.join(separator) || '—' },
    {
      key: 'cohorts',
      title: t('units.column.cohorts'),
      cell: (unit) =>
        unit.cohorts
          .map(({ key, validity }) => {
            const when = validity.from || validity.to ? ` (${validityWords(validity, words)})` : ''
            return `${cohortName(key)}${when}`
          })
          .join(separator) || '—',
    },
    {
      key: 'validity',
      title: t('units.column.validity'),
      width: '196px',
      cell: (unit) => <span className="figure">{validityWords(unit.validity, words)}</span>,
    },
    {
      key: 'successor',
      title: t('units.column.successor'),
      width: '108px',
      cell: (unit) => nameOf(unit.successorId) ?? '—',
    },
  ]
  return <DataTable caption={t('units.title')} columns={columns} rows={units} rowKey={(unit) => unit.id} />
}

function validityWords({ from, to }: Unit['validity'], { t }: Words): string {
  if (from && to) return t('units.valid-between', { from, to })
  if (from) return t('units.valid-from', { from })
  return to ? t('units.valid-to', { to }) : t('units.valid-always')
}
