import { Select } from 'antd'
import { useMemo } from 'react'
import { useMeasuredUnits } from '../../../api/indicator-choices.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface MeasuredUnitSelectProps {
  label: string
  value: string | null
  onChange: (key: string | null) => void
  disabled?: boolean
}

/** One who can be measured, a unit of the register or one outside it, by key. */
export function MeasuredUnitSelect({ label, value, onChange, disabled = false }: MeasuredUnitSelectProps) {
  const { t } = useWords()
  const { data } = useMeasuredUnits()
  const { nameOf } = useUnitIndex()
  const options = useMemo(
    () =>
      (data?.units ?? []).map(({ key, name, aliases, unitId }) => ({
        value: key,
        label: nameOf(unitId) ?? name,
        found: [key, name, ...aliases].join('\n').toLowerCase(),
      })),
    [data, nameOf],
  )
  return (
    <Select
      aria-label={label}
      style={{ width: '100%', minWidth: 130 }}
      popupMatchSelectWidth={240}
      disabled={disabled}
      allowClear
      placeholder={t('unit.choose')}
      showSearch={{
        filterOption: (input, option) => option?.found.includes(input.trim().toLowerCase()) ?? false,
      }}
      value={value}
      options={options}
      onChange={(key) => onChange(key ?? null)}
      notFoundContent={t('units.empty')}
    />
  )
}
