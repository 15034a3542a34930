import { z } from 'zod'
import { nameText, titleText } from '../../../platform/names/index.ts'
import { CompositeScheme } from '../rules/league/composite/scheme.ts'
import { ListRules } from '../rules/league/lists/list-rules.ts'
import { Decimal, IndicatorCode } from './indicator.ts'
import { CohortRef, StreakShown, UnitRef } from './league.ts'
import { PeriodText } from './vintage.ts'

export const LeagueKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

/** Where a component's values come from. */
export const ComponentSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('indicator'),
    indicator: IndicatorCode,
    measure: z.enum(['level', 'growth', 'done']).default('level'),
    /** The month of the league's period, from 1; null for the period itself. */
    month: z.int().min(1).max(12).nullable().default(null),
  }),
  /** The score in another composite league: of the same period, or of so manieth of that league's periods within it. */
  z.object({
    kind: z.literal('league'),
    league: LeagueKey,
    part: z.int().min(1).max(12).nullable().default(null),
  }),
  /** Entered by a person for each unit and period. */
  z.object({ kind: z.literal('entered') }),
])
export type ComponentSource = z.infer<typeof ComponentSource>

/** A composite league as data: a scheme, where its components come from, who is ranked, and its red and black lists. */
export const LeagueDefinition = z.object({
  scheme: CompositeScheme,
  /** By the component's key. */
  sources: z.record(z.string().min(1).max(64), ComponentSource),
  cohort: z.string().min(1).max(100),
  frequency: z.enum(['year', 'half', 'quarter', 'month']),
  lists: z
    .object({
      rules: ListRules,
      /** Which of the rules' kinds of unit are ranked here. */
      field: z.string().min(1),
      /** Linear components whose targets say whether a unit fulfilled. */
      outcomes: z.array(z.string()).max(100),
    })
    .nullable()
    .default(null),
})
export type LeagueDefinition = z.infer<typeof LeagueDefinition>

export const DefineLeague = z.object({
  key: LeagueKey,
  name: nameText({ max: 200 }),
  definition: LeagueDefinition,
})
export type DefineLeague = z.infer<typeof DefineLeague>

/** The version that was read comes along. */
export const ChangeLeague = DefineLeague.omit({ key: true }).extend({ version: z.int32().positive() })
export type ChangeLeague = z.infer<typeof ChangeLeague>

export const League = DefineLeague.extend({
  version: z.int32(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type League = z.infer<typeof League>

export const Leagues = z.object({ leagues: z.array(League) })

export const LeaguePresets = z.object({
  schemes: z.array(CompositeScheme),
  lists: z.array(ListRules),
})
export type LeaguePresets = z.infer<typeof LeaguePresets>

export const AskComposite = z.object({
  period: PeriodText,
  /** A cohort's key or name; without it that of the definition. */
  cohort: z.string().min(1).max(100).optional(),
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
})
export type AskComposite = z.infer<typeof AskComposite>

const ScorePart = z.object({
  component: z.string(),
  weight: z.string(),
  /** What is divided, or the place in a field. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  points: z.string(),
  /** Before a cap or the floor at zero; null when neither was reached. */
  uncapped: z.string().nullable(),
  isMissing: z.boolean(),
  reason: z.string().nullable(),
})

const CompositeRow = UnitRef.extend({
  rank: z.number(),
  sharedBy: z.number().int(),
  score: z.string(),
  formerRank: z.number().nullable(),
  formerScore: z.string().nullable(),
  places: z.number().nullable(),
  streak: StreakShown.nullable(),
  parts: z.array(ScorePart),
  /** What the caps of groups took off. */
  capped: z.array(z.object({ group: z.string(), points: z.string() })),
  bonus: z.object({ place: z.number(), points: z.string() }).nullable(),
  adjusted: z.object({
    points: z.string(),
    entered: z.string().nullable(),
    reason: z.string(),
    isLimited: z.boolean(),
  }),
})
export type CompositeRow = z.infer<typeof CompositeRow>

const ListShown = z.object({
  quota: z.number().int(),
  listed: z.array(UnitRef.extend({ rank: z.number() })),
  /** Whose place would put them on the list, and why they are not there. */
  passedOver: z.array(
    UnitRef.extend({
      rank: z.number(),
      reason: z.enum(['outcome', 'outcome-unknown', 'tied-at-edge', 'exempt']),
      exemption: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
})

export const CompositeTable = z.object({
  league: z.object({ key: LeagueKey, name: z.string(), version: z.int32() }),
  /** The definition by which it was computed. */
  definition: LeagueDefinition,
  period: PeriodText,
  cohort: CohortRef,
  asOf: z.number().int(),
  /** The newest vintage that gave a value; null where none did. */
  vintage: z.number().int().nullable(),
  formerPeriod: PeriodText.nullable(),
  rows: z.array(CompositeRow),
  apart: z.array(
    UnitRef.extend({ lacking: z.array(z.object({ component: z.string(), reason: z.string().nullable() })) }),
  ),
  lists: z.object({ red: ListShown, black: ListShown }).nullable(),
})
export type CompositeTable = z.infer<typeof CompositeTable>

/** A value of a component, points, or an exemption, for a unit and a period; null withdraws what was entered. */
export const EnterPoints = z.object({
  period: PeriodText,
  unit: z.string().min(1).max(100),
  kind: z.enum(['score', 'adjustment', 'exemption']),
  /** Of a score its component, of an exemption its reason; empty for an adjustment. */
  subject: z.string().max(64),
  /** Points; `1` grants an exemption. */
  value: Decimal.nullable(),
  reason: z.string().max(500).default(''),
  /** The version that was read; 0 for a first one. */
  version: z.int32().min(0),
})
export type EnterPoints = z.infer<typeof EnterPoints>

export const LeagueEntry = EnterPoints.extend({ enteredAt: z.iso.datetime(), enteredBy: z.string() })
export type LeagueEntry = z.infer<typeof LeagueEntry>
export const LeagueEntries = z.object({ entries: z.array(LeagueEntry) })

export const FreezeLeague = AskComposite.extend({ title: titleText({ max: 200 }) })
export type FreezeLeague = z.infer<typeof FreezeLeague>
