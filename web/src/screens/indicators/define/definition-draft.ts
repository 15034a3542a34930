import type { ChangeDefinition, DefineIndicator } from '../../../api/definitions.ts'
import type { IndicatorDetail } from '../../../api/indicators.ts'

/** All that a definition says, as a form holds it. */
export type DefinitionDraft = Required<Omit<DefineIndicator, 'code' | 'validFrom' | 'note' | 'breaking'>>

const EMPTY: DefinitionDraft = {
  name: '',
  nameEn: '',
  definition: '',
  measure: '',
  decimals: 2,
  frequency: 'month',
  lagDays: 0,
  sourceUnitId: null,
  owner: '',
  direction: 'higher',
  nearValue: null,
  overTime: 'none',
  overUnits: 'none',
  priceBasis: 'none',
  formula: null,
  seasonal: null,
  comparability: { minimumBase: null, exclusions: [] },
  tags: [],
  aliases: [],
  cohort: null,
}
const FIELDS = Object.keys(EMPTY) as (keyof DefinitionDraft)[]

/** What says how something is counted: another one makes other numbers, and breaks the series. As the server has it. */
const COUNTED: readonly (keyof DefinitionDraft)[] = [
  'definition',
  'measure',
  'formula',
  'frequency',
  'priceBasis',
  'overTime',
  'overUnits',
]

export function draftOf(indicator: IndicatorDetail | undefined): DefinitionDraft {
  if (!indicator) return EMPTY
  return Object.fromEntries(FIELDS.map((field) => [field, indicator[field]])) as DefinitionDraft
}

/** The fields that differ. */
export function changedFields(before: DefinitionDraft, after: DefinitionDraft): (keyof DefinitionDraft)[] {
  return FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

export const isCountedOtherwise = (fields: readonly (keyof DefinitionDraft)[]) =>
  fields.some((field) => COUNTED.includes(field))

interface Change {
  readonly validFrom: string
  readonly version: number
  readonly note: string
  /** Undefined: as the server judges. */
  readonly breaksSeries: boolean | undefined
}

/** Only what differs is sent. */
export function changeOf(
  before: DefinitionDraft,
  after: DefinitionDraft,
  { breaksSeries, ...change }: Change,
): ChangeDefinition {
  const fields = Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]))
  return { ...fields, ...change, ...(breaksSeries === undefined ? {} : { breaksSeries }) }
}
