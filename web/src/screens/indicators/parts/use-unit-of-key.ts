import { useMemo } from 'react'
import { useMeasuredUnits } from '../../../api/indicator-choices.ts'
import { useUnitIndex } from '../../../api/units.ts'

/** A measured unit's name by its key: that of the register in the language on screen, or the one that it came with. */
export function useUnitOfKey(): (key: string) => string {
  const { data } = useMeasuredUnits()
  const { nameOf } = useUnitIndex()
  const names = useMemo(
    () => new Map(data?.units.map(({ key, name, unitId }) => [key, nameOf(unitId) ?? name])),
    [data, nameOf],
  )
  return (key) => names.get(key) ?? key
}
