import type { Context, Tx } from '../../kernel/context.ts'
import type { Day } from '../../kernel/day.ts'
import { type CalendarOverride, makeCalendar, type WorkingCalendar } from '../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../kernel/working-calendar-pack.ts'
import { presetRuleSets } from './rules/lights/presets.ts'
import { LightRuleSet } from './rules/lights/rule-set.ts'
import { DEFAULT_SETTINGS, LedgerSettings } from './rules/settings/settings.ts'
import { findRuleSet } from './store/light-rule-sets.ts'
import { listLocalDays } from './store/local-days.ts'
import { findSettings } from './store/settings.ts'

/** What time means in this ledger: today, its settings, its rule set for lights, its working days. */
export interface ClockFacts {
  readonly today: Day
  readonly settings: LedgerSettings
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
}

/** The country's days, read once. */
export const NATIONAL = readNationalCalendar()

/** Reads the settings in force. */
export async function loadClockFacts(ctx: Context, tx: Tx): Promise<ClockFacts> {
  const settings = await loadSettings(tx)
  const rules = await findRules(tx, settings.lightRuleSet)
  if (!rules) throw new Error(`No rule set for lights has the key "${settings.lightRuleSet}"`)
  const calendar = calendarOf(await listLocalDays(tx), settings.completedYears)
  return { today: ctx.clock.today(), settings, rules, calendar }
}

/** What the city wrote, and the defaults for the rest. */
export async function loadSettings(tx: Tx): Promise<LedgerSettings> {
  const stored = await findSettings(tx)
  return stored ? LedgerSettings.parse({ ...DEFAULT_SETTINGS, ...stored.settings }) : DEFAULT_SETTINGS
}

/** A shipped rule set, or one of the city's own, by its key; a shipped key is never the city's. */
export async function findRules(tx: Tx, key: string): Promise<LightRuleSet | undefined> {
  const shipped = presetRuleSets().find((each) => each.key === key)
  if (shipped) return shipped
  const own = await findRuleSet(tx, key)
  return own && LightRuleSet.parse(own.ruleSet)
}

/** The country's calendar with the local days above it. */
export function calendarOf(
  overrides: readonly CalendarOverride[],
  completedYears: readonly number[],
): WorkingCalendar {
  return makeCalendar({ national: NATIONAL, overrides, completedYears })
}
