import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf, client } from './client.ts'
import type { Cohort, Unit } from './model.ts'

export interface UnitIndex {
  readonly units: readonly Unit[]
  readonly cohorts: readonly Cohort[]
  readonly byId: ReadonlyMap<string, Unit>
}

const NOTHING: UnitIndex = { units: [], cohorts: [], byId: new Map() }

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
  return useMemo(
    () => (data ? { ...data, byId: new Map(data.units.map((unit) => [unit.id, unit])) } : NOTHING),
    [data],
  )
}
