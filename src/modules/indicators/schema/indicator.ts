import { z } from 'zod'

export const Frequency = z.enum(['year', 'half', 'quarter', 'month', 'cumulative', 'week', 'day'])
export type Frequency = z.infer<typeof Frequency>

/** Whether more is better, less, or what lies nearest to a value. */
export const Direction = z.enum(['higher', 'lower', 'near'])
export type Direction = z.infer<typeof Direction>

/** How values of several periods, or of several units, make one. */
export const Aggregation = z.enum(['sum', 'mean', 'last', 'ratio', 'none'])
export type Aggregation = z.infer<typeof Aggregation>

export const PriceBasis = z.enum(['none', 'current', 'constant'])
export type PriceBasis = z.infer<typeof PriceBasis>

/** A decimal number as text; at most 15 significant digits are checked where it is taken in. */
export const Decimal = z
  .string()
  .max(24)
  .regex(/^-?\d+(\.\d+)?$/)
export type Decimal = z.infer<typeof Decimal>

export const IndicatorCode = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
export type IndicatorCode = z.infer<typeof IndicatorCode>

/** The share of the year that each month has had: given, or taken from so many earlier years. */
export const SeasonalProfile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shares'), shares: z.array(Decimal).length(12) }),
  z.object({ kind: z.literal('earlier-years'), years: z.number().int().min(1).max(10) }),
])
export type SeasonalProfile = z.infer<typeof SeasonalProfile>

/** Who is not compared, and why: a base that is too small, or named units. */
export const Comparability = z.object({
  minimumBase: z.object({ indicator: IndicatorCode, value: Decimal }).nullable().default(null),
  exclusions: z
    .array(
      z.object({
        /** The unit's key in the register or among the external ones. */
        unit: z.string().min(1).max(100),
        reason: z.string().min(1).max(500),
        from: z.iso.date().nullable().default(null),
        to: z.iso.date().nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
})
export type Comparability = z.infer<typeof Comparability>

/** What stands behind a value, as of a day. */
export const Definition = z.object({
  name: z.string().min(1).max(200),
  nameEn: z.string().max(200),
  definition: z.string().max(4000),
  /** The unit of measure: 亿元, 万人, %, 百分点. */
  measure: z.string().max(40),
  decimals: z.number().int().min(0).max(12),
  frequency: Frequency,
  /** Published so many days after the end of its period. */
  lagDays: z.number().int().min(0).max(1000),
  sourceUnitId: z.uuid().nullable(),
  /** A role title, never a person's name. */
  owner: z.string().max(100),
  direction: Direction,
  /** What `near` is near to. */
  nearValue: Decimal.nullable(),
  overTime: Aggregation,
  overUnits: Aggregation,
  priceBasis: PriceBasis,
  formula: z.string().min(1).max(2000).nullable(),
  seasonal: SeasonalProfile.nullable(),
  comparability: Comparability,
  tags: z.array(z.string().min(1).max(40)).max(20),
  /** Other names by which it is searched, read from tables and meant in reports: 社零, GDP. */
  aliases: z.array(z.string().trim().min(1).max(100)).max(50),
  /** The cohort in which it is looked at where nobody says another; null: the whole city. */
  cohort: z.string().min(1).max(100).nullable(),
})
export type Definition = z.infer<typeof Definition>

const { shape } = Definition

export const DefineIndicator = Definition.extend({
  code: IndicatorCode,
  nameEn: shape.nameEn.default(''),
  definition: shape.definition.default(''),
  measure: shape.measure.default(''),
  decimals: shape.decimals.default(2),
  lagDays: shape.lagDays.default(0),
  sourceUnitId: shape.sourceUnitId.default(null),
  owner: shape.owner.default(''),
  direction: shape.direction.default('higher'),
  nearValue: shape.nearValue.default(null),
  overTime: shape.overTime.default('none'),
  overUnits: shape.overUnits.default('none'),
  priceBasis: shape.priceBasis.default('none'),
  formula: shape.formula.default(null),
  seasonal: shape.seasonal.default(null),
  comparability: shape.comparability.default({ minimumBase: null, exclusions: [] }),
  tags: shape.tags.default([]),
  aliases: shape.aliases.default([]),
  cohort: shape.cohort.default(null),
  /** From when on; without it from the beginning. */
  validFrom: z.iso.date().default('0001-01-01'),
  note: z.string().max(500).default(''),
  /** As in a change: a name that becomes ambiguous makes the formulas impossible that go by it. */
  breaking: z.array(IndicatorCode).max(5000).optional(),
})
export type DefineIndicator = z.infer<typeof DefineIndicator>

/** Only what is given changes. */
export const ChangeDefinition = Definition.partial().extend({
  validFrom: z.iso.date(),
  /** The version that was read: another one in between is a conflict. */
  version: z.int32().positive(),
  /** Left out: broken when the change touches what is counted. */
  breaksSeries: z.boolean().optional(),
  note: z.string().min(1).max(500),
  /** Codes of the indicators whose formulas the person knows that this change makes impossible. */
  breaking: z.array(IndicatorCode).max(5000).optional(),
})
export type ChangeDefinition = z.infer<typeof ChangeDefinition>

export const DefinitionVersion = Definition.extend({
  version: z.int32(),
  validFrom: z.iso.date(),
  /** Values before `validFrom` are not comparable with those from it on. */
  breaksSeries: z.boolean(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
})
export type DefinitionVersion = z.infer<typeof DefinitionVersion>

/** An indicator as it stands on a day, with its way there. */
export const Indicator = DefinitionVersion.extend({
  id: z.uuid(),
  code: IndicatorCode,
  retiredOn: z.iso.date().nullable(),
})
export type Indicator = z.infer<typeof Indicator>

export const ListIndicators = z.object({
  q: z.string().max(100).optional(),
  tag: z.string().max(40).optional(),
  frequency: Frequency.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListIndicators = z.infer<typeof ListIndicators>

/** An indicator with the newest of what was published of it. */
export const IndicatorLine = Indicator.extend({
  latest: z.object({ period: z.string(), vintage: z.number().int() }).nullable(),
})
export type IndicatorLine = z.infer<typeof IndicatorLine>

export const IndicatorPage = z.object({
  indicators: z.array(IndicatorLine),
  /** All tags in use, for choosing one. */
  tags: z.array(z.string()),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type IndicatorPage = z.infer<typeof IndicatorPage>

/** With all versions in force at some time, the newest last. */
export const IndicatorDetail = Indicator.extend({ versions: z.array(DefinitionVersion) })
export type IndicatorDetail = z.infer<typeof IndicatorDetail>
