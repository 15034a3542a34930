import { notFound } from '../../../kernel/errors.ts'
import type { MeasuredUnit, MeasuredUnits } from './measured-units.ts'

/** The unit of a key, or of its id in the register. @throws `indicators.no-such-unit` */
export function requireUnit({ byKey, byUnitId }: MeasuredUnits, keyOrId: string): MeasuredUnit {
  const unit = byKey.get(keyOrId) ?? byUnitId.get(keyOrId)
  if (!unit) throw notFound('indicators.no-such-unit', { unit: keyOrId })
  return unit
}
