import { z } from 'zod'
import { Limit } from '../clock/limit.ts'
import defaults from './default-settings.json' with { type: 'json' }

/** One step of escalation: so many working days past the deadline, who is told. */
export const OverdueStep = z.object({
  workingDays: z.int().min(0).max(250),
  to: z.array(z.enum(['liaison', 'unit-leader', 'office', 'city-leader'])).min(1),
})

/** How a tenant's ledger measures and reminds. Data, dated by the journal; every part has a default. */
export const LedgerSettings = z.object({
  /** Key of the rule set for lights: a shipped preset or the city's own. */
  lightRuleSet: z.string().min(1).max(60),
  /** From dispatch to signing (签收). */
  signLimit: Limit,
  /** From signing to the first report (首次反馈). */
  firstReportLimit: Limit,
  /** Day of the next month by which a monthly or quarterly report is due. */
  reportDay: z.int().min(1).max(28),
  /** A completion report takes at least one file or link. */
  needsEvidence: z.boolean(),
  /** Days before the deadline on which the unit is reminded (西安: 3). */
  remindDaysBefore: z.array(z.int().min(0).max(60)).max(5),
  overdueSteps: z.array(OverdueStep).max(10),
  /** Local days off or worked are in their own table; these years are completed by them. */
  completedYears: z.array(z.int().min(2000).max(2100)).max(20),
})
export type LedgerSettings = z.infer<typeof LedgerSettings>

/** What holds until a city writes its own. */
export const DEFAULT_SETTINGS: LedgerSettings = LedgerSettings.parse(defaults)
