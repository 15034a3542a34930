import { z } from 'zod'
import { Decimal, DefineIndicator, IndicatorCode } from './indicator.ts'
import { SetTargets } from './targets.ts'
import { PeriodText } from './vintage.ts'

/** A unit outside the register, for comparisons: a province. */
export const ExternalUnit = z.strictObject({
  /** As in a register: the code of GB/T 2260. */
  key: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  aliases: z.array(z.string().min(1).max(100)).max(20).default([]),
  /** The cohort in which it is compared. */
  cohort: z.string().min(1).max(100),
})
export type ExternalUnit = z.infer<typeof ExternalUnit>

/** Values of one indicator: those of a unit stand in the order of the periods; null where there is none. */
export const PackValues = z
  .strictObject({
    indicator: IndicatorCode,
    periods: z.array(PeriodText).min(1).max(1000),
    units: z.record(z.string(), z.array(Decimal.nullable())),
  })
  .refine(({ periods, units }) => Object.values(units).every((values) => values.length === periods.length), {
    message: 'as many values as periods',
    path: ['units'],
  })
export type PackValues = z.infer<typeof PackValues>

/** What is published together, once. */
export const PackRelease = z.strictObject({
  /** Never changes, and is never used again. */
  key: z.string().regex(/^[a-z0-9-]{1,80}$/),
  /** Who gave the values, as people read it. */
  source: z.string().min(1).max(200),
  note: z.string().max(1000).default(''),
  values: z.array(PackValues).min(1),
})
export type PackRelease = z.infer<typeof PackRelease>

const target = SetTargets.shape.targets.element.omit({ version: true }).strict()

/** `packs/NAME/indicators/*.json`: what a city measures, and what is known of it from the beginning. */
export const IndicatorPack = z.strictObject({
  externalUnits: z.array(ExternalUnit).default([]),
  /** Each `validFrom` as given; a formula may name any indicator of the same folder that stands before it. */
  indicators: z.array(DefineIndicator.strict()).default([]),
  /** In the order in which they were published. */
  releases: z.array(PackRelease).default([]),
  targets: z.strictObject({ key: PackRelease.shape.key, targets: z.array(target).min(1) }).optional(),
})
export type IndicatorPack = z.infer<typeof IndicatorPack>
