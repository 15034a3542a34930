import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { answerOf, client } from './client.ts'
import type { Cohort, Unit } from './model.ts'

export interface UnitIndex {
  readonly units: readonly Unit[]
  readonly cohorts: readonly Cohort[]
  /** The unit's name in the language on screen; undefined for none and for one that is not in the register. */
  nameOf(unitId: string | null): string | undefined
}

const NOTHING: UnitIndex = { units: [], cohorts: [], nameOf: () => undefined }

/** The register as of a day (`YYYY-MM-DD`), or of all days when left out. */
export function useRegister(asOf?: string) {
  return useQuery({
    queryKey: ['units', asOf ?? 'all'],
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/units', { params: { query: asOf ? { asOf } : {} } })),
  })
}

/** The register of all days, indexed; empty until it is there. */
export function useUnitIndex(): UnitIndex {
  const { data } = useRegister()
  const { locale } = useWords()
  return useMemo(() => {
    if (!data) return NOTHING
    const byId = new Map(data.units.map((unit) => [unit.id, unit]))
    const nameOf = (unitId: string | null) => {
      const unit = byId.get(unitId ?? '')
      return (locale === 'en' && unit?.nameEn) || unit?.name
    }
    return { ...data, nameOf }
  }, [data, locale])
}
