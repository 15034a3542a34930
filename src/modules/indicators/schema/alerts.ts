import { z } from 'zod'
import { ROLES } from '../../../kernel/permissions.ts'
import { AlertRule } from '../rules/alerts/alert-rule.ts'
import { IndicatorCode } from './indicator.ts'
import { UnitRef } from './league.ts'
import { PeriodText } from './vintage.ts'

export const AlertState = z.enum(['open', 'item', 'dismissed'])
export type AlertState = z.infer<typeof AlertState>

/** What a rule looks at. */
export const AlertWatch = z.object({
  /** Null: every indicator. */
  indicators: z.array(IndicatorCode).max(5000).nullable().default(null),
  /** Only indicators with this tag. */
  tag: z.string().min(1).max(40).nullable().default(null),
  /** Whose units, and in which table a place is lost. */
  cohort: z.string().min(1).max(100).default('city-wide'),
  /** For declines and places: the value itself, or its growth on the year. What is in per cent is taken as it is. */
  measure: z.enum(['level', 'growth']).default('level'),
})
export type AlertWatch = z.infer<typeof AlertWatch>

/** A rule as it is stored. */
export const AlertDefinition = z.object({
  /** Empty for one that came with the product: its name stands in the catalogues. */
  name: z.string().max(100).default(''),
  rule: AlertRule,
  watch: AlertWatch,
})
export type AlertDefinition = z.infer<typeof AlertDefinition>

const AlertOwner = z.object({
  /** An account's id; null: everybody of the role. */
  id: z.uuid().nullable(),
  role: z.enum(ROLES).nullable(),
})

export const AlertRuleView = z.object({
  key: z.string(),
  name: z.string(),
  rule: AlertRule,
  watch: AlertWatch,
  isOn: z.boolean(),
  owner: AlertOwner,
  /** 0: as it comes with the product, not changed yet. */
  version: z.int32(),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
})
export type AlertRuleView = z.infer<typeof AlertRuleView>

/** Accounts that may own an alert: whose title it is, and nothing else of the person. */
export const AlertOwners = z.object({
  owners: z.array(z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.enum(ROLES)).readonly() })),
})
export type AlertOwners = z.infer<typeof AlertOwners>

export const AlertRules = z.object({ rules: z.array(AlertRuleView) })
export type AlertRules = z.infer<typeof AlertRules>

export const RuleKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

interface Owned {
  readonly ownerId: string | null
  readonly ownerRole: string | null
}
const isOneOwner = ({ ownerId, ownerRole }: Owned) => (ownerId === null) !== (ownerRole === null)
const ONE_OWNER = { path: ['ownerRole'], message: 'one owner: an account or a role' }

/** A rule, new or changed; its key stands in the address. */
export const DefineAlertRule = z
  .strictObject({
    /** The version that was read; 0 for a new one or one as it comes with the product. */
    version: z.int32().min(0),
    name: z.string().trim().max(100).default(''),
    rule: AlertRule,
    watch: AlertWatch.prefault({}),
    isOn: z.boolean().default(true),
    ownerId: z.uuid().nullable().default(null),
    ownerRole: z.enum(ROLES).nullable().default(null),
  })
  .refine(isOneOwner, ONE_OWNER)
export type DefineAlertRule = z.infer<typeof DefineAlertRule>

/** Something that a rule found, once for its cause. */
export const Alert = z.object({
  id: z.uuid(),
  rule: z.string(),
  ruleName: z.string(),
  kind: z.string(),
  indicator: IndicatorCode,
  indicatorName: z.string(),
  unit: UnitRef,
  /** The newest period that it rests on. */
  period: PeriodText,
  numbers: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What was found, in the reader's language. */
  sentence: z.string(),
  state: AlertState,
  owner: AlertOwner,
  /** The ledger's item that was made of it. */
  itemId: z.uuid().nullable(),
  /** Why it was dismissed. */
  reason: z.string(),
  vintage: z.int(),
  raisedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  version: z.int32(),
})
export type Alert = z.infer<typeof Alert>

export const ListAlerts = z.object({
  state: AlertState.optional(),
  rule: z.string().max(63).optional(),
  indicator: IndicatorCode.optional(),
  /** Key or id of the unit. */
  unit: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListAlerts = z.infer<typeof ListAlerts>

export const AlertPage = z.object({
  alerts: z.array(Alert),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type AlertPage = z.infer<typeof AlertPage>

/** Whose an alert is to be. */
export const AssignAlert = z
  .strictObject({
    version: z.int32().positive(),
    ownerId: z.uuid().nullable().default(null),
    ownerRole: z.enum(ROLES).nullable().default(null),
  })
  .refine(isOneOwner, ONE_OWNER)
export type AssignAlert = z.infer<typeof AssignAlert>

export const DismissAlert = z.strictObject({
  version: z.int32().positive(),
  reason: z.string().trim().min(1).max(500),
})
export type DismissAlert = z.infer<typeof DismissAlert>

export const AlertToLedger = z.strictObject({
  version: z.int32().positive(),
  /** Left out: the unit that the alert is about, if it is in the register. */
  leadUnitId: z.uuid().nullable().optional(),
  dueOn: z.iso.date().nullable().default(null),
})
export type AlertToLedger = z.infer<typeof AlertToLedger>
