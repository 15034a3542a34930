import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Pick } from './pick.tsx'

export const CITY_WIDE = 'city-wide'

interface CohortPickProps {
  value: string | undefined
  onChange: (cohort: string | undefined) => void
}

/** Compared with whom. */
export function CohortPick({ value = CITY_WIDE, onChange }: CohortPickProps) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const known = cohorts.map(({ key, name, nameEn }) => ({
    value: key,
    label: (locale === 'en' && nameEn) || name,
  }))
  const options = known.some((cohort) => cohort.value === value) ? known : [...known, { value, label: value }]
  return (
    <Pick
      id="pick-cohort"
      label={t('indicator.cohort')}
      value={value}
      width={112}
      options={options}
      onChange={(cohort) => onChange(cohort === CITY_WIDE ? undefined : cohort)}
    />
  )
}
