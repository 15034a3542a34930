import { Segmented, Select } from 'antd'
import { useUnitIndex } from '../../../api/units.ts'
import { MATTER_STATES, type MattersSearch } from '../../../app/review-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { UnitSelect } from '../../../ui/unit-select.tsx'

const TIMES = [1, 2, 3, 4] as const

interface MatterFiltersProps {
  search: MattersSearch
  onChange: (search: MattersSearch) => void
}

/** Unit, state, and at how many reviews it was told; kept in the address. */
export function MatterFilters({ search, onChange }: MatterFiltersProps) {
  const { t } = useWords()
  const { units } = useUnitIndex()
  const { unitId, state, atLeast } = search
  const change = (next: { [Name in keyof MattersSearch]: MattersSearch[Name] | undefined }) => {
    const all = { unitId, state, atLeast, ...next }
    onChange(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
  }
  return (
    <div className="matter-filters no-print">
      <div className="matter-filter-unit">
        <UnitSelect
          units={units}
          value={unitId}
          aria-label={t('matter.column.unit')}
          placeholder={t('matter.all-units')}
          onChange={(next) => change({ unitId: next ?? undefined })}
        />
      </div>
      <Segmented
        aria-label={t('matter.column.state')}
        value={state ?? 'all'}
        options={[
          { value: 'all', label: t('matter.all-states') },
          ...MATTER_STATES.map((each) => ({ value: each, label: t(`matter.state.${each}`) })),
        ]}
        onChange={(next) => change({ state: MATTER_STATES.find((each) => each === next) })}
      />
      <Select
        aria-label={t('matter.column.times')}
        value={atLeast ?? 1}
        options={TIMES.map((times) => ({
          value: times,
          label: times === 1 ? t('matter.any-times') : t('matter.at-least', { times }),
        }))}
        onChange={(next: number) => change({ atLeast: next > 1 ? next : undefined })}
      />
    </div>
  )
}
