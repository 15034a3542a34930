import { Select } from 'antd'
import { useMemo } from 'react'
import { useWords } from '../i18n/use-words.ts'

export interface SelectableUnit {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly fullName: string | null
  readonly nameEn: string | null
  readonly code: string | null
  readonly aliases: readonly string[]
}

interface UnitSelectProps {
  id?: string
  units: readonly SelectableUnit[]
  value?: string | null | undefined
  onChange?: (unitId: string | null) => void
  placeholder?: string
  disabled?: boolean
  'aria-label'?: string
}

/** Picks a unit of the register; found by name, full name, short names, English name or code. */
export function UnitSelect({ units, value, onChange, placeholder, ...field }: UnitSelectProps) {
  const { t } = useWords()
  const options = useUnitOptions(units)
  return (
    <Select
      {...field}
      style={{ width: '100%' }}
      showSearch={{ filterOption: matches }}
      allowClear
      placeholder={placeholder ?? t('unit.choose')}
      value={value ?? undefined}
      options={options}
      onChange={(unitId) => onChange?.(unitId ?? null)}
      notFoundContent={t('units.empty')}
    />
  )
}

interface UnitsSelectProps {
  id?: string
  units: readonly SelectableUnit[]
  value?: string[]
  onChange?: (unitIds: string[]) => void
}

/** Picks several units. */
export function UnitsSelect({ units, value, onChange, ...field }: UnitsSelectProps) {
  const { t } = useWords()
  const options = useUnitOptions(units)
  return (
    <Select
      {...field}
      mode="multiple"
      style={{ width: '100%' }}
      showSearch={{ filterOption: matches }}
      placeholder={t('unit.choose')}
      value={value ?? []}
      options={options}
      onChange={(unitIds) => onChange?.(unitIds)}
      notFoundContent={t('units.empty')}
    />
  )
}

interface UnitOption {
  readonly value: string
  readonly label: string
  readonly found: string
}

function useUnitOptions(units: readonly SelectableUnit[]): UnitOption[] {
  const { locale } = useWords()
  return useMemo(
    () =>
      units.map((unit) => ({
        value: unit.id,
        label: locale === 'en' && unit.nameEn ? `${unit.name} ${unit.nameEn}` : unit.name,
        found: [unit.name, unit.fullName, unit.nameEn, unit.code, unit.key, ...unit.aliases]
          .join('\n')
          .toLowerCase(),
      })),
    [units, locale],
  )
}

function matches(input: string, option: { found?: string } | undefined): boolean {
  return option?.found?.includes(input.trim().toLowerCase()) ?? false
}
