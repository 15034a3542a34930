import { z } from 'zod'

export const UNIT_KINDS = [
  'city',
  'district',
  'county',
  'subdistrict',
  'town',
  'department',
  'enterprise',
  'province',
  'body',
] as const

export const UnitKind = z.enum(UNIT_KINDS)
export type UnitKind = z.infer<typeof UnitKind>

/** A stretch of days; `to` is the first day that no longer counts, both ends may be open. */
export const Validity = z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })
export type Validity = z.infer<typeof Validity>

/** A government, department or body that can be told to do something. */
export const Unit = z.object({
  id: z.uuid(),
  /** The register's stable key, for example the GB/T 2260 code `310115`, or `dept-transport`. */
  key: z.string(),
  kind: UnitKind,
  /** The official name, `浦东新区`, `市交通委`. */
  name: z.string(),
  /** The full official name where it differs, `上海市交通委员会`. */
  fullName: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** Official code and its standard, for example GB/T 2260. */
  code: z.string().nullable(),
  aliases: z.array(z.string()),
  parentId: z.uuid().nullable(),
  validity: Validity,
  /** The unit that took its place when it was renamed or merged (闸北→静安). */
  successorId: z.uuid().nullable(),
  cohorts: z.array(z.object({ key: z.string(), validity: Validity })),
})
export type Unit = z.infer<typeof Unit>

/** A group of units that are compared with each other: 全市, 郊区, 中心城区, 委办局. */
export const Cohort = z.object({
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  aliases: z.array(z.string()),
})
export type Cohort = z.infer<typeof Cohort>

/**
 * What a name means on a day: one unit, or visibly unresolved with the reason. Never a silent guess.
 * `variant`: another spelling of a name of the unit, or its leadership (金山区委).
 */
export type Resolution =
  | { kind: 'resolved'; unit: RegisterUnit; via: 'name' | 'full-name' | 'alias' | 'variant' }
  | {
      kind: 'unresolved'
      reason: 'unknown' | 'ambiguous' | 'not-valid-then'
      candidates: readonly RegisterUnit[]
    }

/** A unit as a pack writes it: keys instead of ids. Rules work on these, with or without a database. */
export const RegisterUnit = z.object({
  key: z.string(),
  kind: UnitKind,
  name: z.string(),
  fullName: z.string().nullable().default(null),
  nameEn: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  aliases: z.array(z.string()).default([]),
  parent: z.string().nullable().default(null),
  validity: Validity.default({ from: null, to: null }),
  successor: z.string().nullable().default(null),
  cohorts: z
    .array(z.object({ key: z.string(), validity: Validity.default({ from: null, to: null }) }))
    .default([]),
})
export type RegisterUnit = z.infer<typeof RegisterUnit>

/** A city as data: its register of units and its cohorts (`packs/NAME/register.json`). */
export const Register = z.object({
  city: z.object({ key: z.string(), name: z.string(), nameEn: z.string() }),
  cohorts: z.array(Cohort),
  units: z.array(RegisterUnit),
})
export type Register = z.infer<typeof Register>

export const ResolveName = z.object({ name: z.string().min(1).max(100), asOf: z.iso.date().optional() })
export type ResolveName = z.infer<typeof ResolveName>

/** `Resolution` as it leaves the server: ids, because the caller has the register. */
export const NameResolution = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resolved'),
    unitId: z.uuid(),
    via: z.enum(['name', 'full-name', 'alias', 'variant']),
  }),
  z.object({
    kind: z.literal('unresolved'),
    reason: z.enum(['unknown', 'ambiguous', 'not-valid-then']),
    candidateIds: z.array(z.uuid()),
  }),
])
export type NameResolution = z.infer<typeof NameResolution>

const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** The outlines of a city's units, for orientation: degrees of longitude and latitude in the datum that the note names. */
export const CityMap = z.object({
  source: z.string(),
  licence: z.string(),
  /** What a reader must know of it: datum, date, permission to publish. */
  note: z.string(),
  noteEn: z.string(),
  shapes: z
    .array(z.object({ unit: z.string(), polygons: z.array(z.array(z.array(Point).min(4)).min(1)).min(1) }))
    .max(2000),
})
export type CityMap = z.infer<typeof CityMap>

/** The same with the ids of today's units; a shape whose unit is not valid on the day is left out. */
export const UnitMap = CityMap.omit({ shapes: true }).extend({
  shapes: z.array(
    z.object({ unitId: z.uuid(), name: z.string(), polygons: z.array(z.array(z.array(Point))) }),
  ),
})
export type UnitMap = z.infer<typeof UnitMap>
