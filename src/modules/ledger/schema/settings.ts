import { z } from 'zod'
import { LightRuleSet } from '../rules/lights/rule-set.ts'
import { LedgerSettings } from '../rules/settings/settings.ts'
import { Light } from './item.ts'

/** Settings as a person edits them; years completed by hand belong to the calendar. */
const Editable = LedgerSettings.omit({ completedYears: true })

const Written = {
  /** 0 before anybody wrote it. */
  version: z.int32().min(0),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
}

export const LedgerSettingsState = z.object({ settings: Editable, ...Written })
export type LedgerSettingsState = z.infer<typeof LedgerSettingsState>

export const SaveLedgerSettings = z.object({ version: z.int32().min(0), settings: Editable })
export type SaveLedgerSettings = z.infer<typeof SaveLedgerSettings>

/** What a change did to the items whose clock runs. */
export const Recounted = z.object({
  version: z.int32(),
  /** How many of them turn on other days now. */
  recounted: z.int(),
})
export type Recounted = z.infer<typeof Recounted>

export const LightRuleSetState = z.object({
  ruleSet: LightRuleSet,
  /** Comes with the product: readable, with its source, and never changed. */
  isShipped: z.boolean(),
  isInForce: z.boolean(),
  ...Written,
})
export type LightRuleSetState = z.infer<typeof LightRuleSetState>

export const LightRuleSets = z.object({ sets: z.array(LightRuleSetState) })
export type LightRuleSets = z.infer<typeof LightRuleSets>

export const LightRuleKey = z.object({ key: LightRuleSet.shape.key })

/** `version` 0 makes a new set. */
export const SaveLightRules = z.object({
  version: z.int32().min(0),
  ruleSet: LightRuleSet.omit({ key: true }),
})
export type SaveLightRules = z.infer<typeof SaveLightRules>

export const DeleteLightRules = z.object({ version: z.coerce.number().int().min(1).max(2_000_000_000) })
export type DeleteLightRules = z.infer<typeof DeleteLightRules>

export const LocalDay = z.object({
  day: z.iso.date(),
  isWorkingDay: z.boolean(),
  reason: z.string().trim().min(1).max(100),
  /** Title or number of the document that declares it. */
  document: z.string().trim().max(200).default(''),
})
export type LocalDay = z.infer<typeof LocalDay>

const Year = z.int().min(2000).max(2100)

export const AskCalendar = z.object({ year: z.coerce.number().pipe(Year).optional() })
export type AskCalendar = z.infer<typeof AskCalendar>

/** A year as it is worked. */
export const CalendarYear = z.object({
  year: z.int(),
  /** From the country's list, completed by hand, or missing: then no working day of it can be counted. */
  knowledge: z.enum(['national', 'completed', 'missing']),
  holidays: z.array(z.object({ name: z.string(), days: z.array(z.iso.date()) })),
  makeUpDays: z.array(z.iso.date()),
  localDays: z.array(LocalDay),
  /** Null while the year is missing. */
  workingDays: z.int().nullable(),
  /** First and last year of the country's list. */
  nationalYears: z.object({ first: z.int(), last: z.int() }),
  /** Days that every year has off. */
  fixedDaysOff: z.array(z.string()),
  today: z.iso.date(),
  version: z.int32(),
})
export type CalendarYear = z.infer<typeof CalendarYear>

const CalendarChange = z.object({
  year: Year,
  /** All local days of the year. */
  days: z.array(LocalDay).max(366),
  /** The country's list lacks the year, and these days name every day off and make-up day of it. */
  isComplete: z.boolean().default(false),
})

export const SaveCalendar = CalendarChange.extend({ version: z.int32().min(0) })
export type SaveCalendar = z.infer<typeof SaveCalendar>

/** What would be in force: a rule set as edited or one by its key, and the local days of a year. */
export const PreviewLights = z.object({
  ruleSet: LightRuleSet.optional(),
  key: LightRuleSet.shape.key.optional(),
  calendar: CalendarChange.optional(),
})
export type PreviewLights = z.infer<typeof PreviewLights>

export const LightRuleFault = z.object({
  code: z.string(),
  /** In the reader's language. */
  sentence: z.string(),
  /** From 1; null where the fault is not one rule's. */
  rule: z.int().nullable(),
})

export const LightEffect = z.object({
  asOf: z.iso.date(),
  /** What stands against the rule set; the rest is counted only when nothing does. */
  faults: z.array(LightRuleFault),
  /** Items whose clock runs. */
  running: z.int(),
  /** Of these, those with another light today, and those that turn on other days from now on. */
  changed: z.int(),
  turned: z.int(),
  moves: z.array(z.object({ from: Light, to: Light, count: z.int() })),
})
export type LightEffect = z.infer<typeof LightEffect>
