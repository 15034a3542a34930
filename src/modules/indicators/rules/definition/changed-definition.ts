import { isDeepStrictEqual } from 'node:util'
import type { ChangeDefinition, Definition } from '../../schema.ts'

export interface Changed {
  readonly definition: Definition
  /** Field by field, before and after. */
  readonly changes: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>
  readonly breaksSeries: boolean
}

/** What says how something is counted: another one makes other numbers of the same thing. */
const COUNTED = [
  'definition',
  'measure',
  'formula',
  'frequency',
  'priceBasis',
  'overTime',
  'overUnits',
] as const
const FIELDS = [
  ...COUNTED,
  'name',
  'nameEn',
  'decimals',
  'lagDays',
  'sourceUnitId',
  'owner',
  'direction',
  'nearValue',
  'seasonal',
  'comparability',
  'tags',
  'aliases',
  'cohort',
] as const satisfies readonly (keyof Definition)[]

/** The definition after a change, or undefined when it is the former one. A correction of its own day breaks what it broke. */
export function changedDefinition(
  former: Definition & { readonly validFrom: string; readonly breaksSeries: boolean },
  input: ChangeDefinition,
): Changed | undefined {
  const changes: Record<string, { before: unknown; after: unknown }> = {}
  const definition: Record<string, unknown> = {}
  for (const field of FIELDS) {
    const after = input[field]
    definition[field] = after === undefined ? former[field] : after
    if (after !== undefined && !isDeepStrictEqual(after, former[field]))
      changes[field] = { before: former[field], after }
  }
  const isCorrection = input.validFrom === former.validFrom
  const isCountedOtherwise = COUNTED.some((field) => field in changes)
  const breaksSeries = input.breaksSeries ?? (isCorrection ? former.breaksSeries : isCountedOtherwise)
  if (Object.keys(changes).length === 0 && breaksSeries === (isCorrection && former.breaksSeries))
    return undefined
  return { definition: definition as Definition, changes, breaksSeries }
}
