import type { Context, Tx } from '../../kernel/context.ts'
import type { Day } from '../../kernel/day.ts'
import { makeCalendar, type WorkingCalendar } from '../../kernel/working-calendar.ts'
import { readNationalCalendar } from '../../kernel/working-calendar-pack.ts'
import { presetRuleSets } from './rules/lights/presets.ts'
import { LightRuleSet } from './rules/lights/rule-set.ts'
import { DEFAULT_SETTINGS, LedgerSettings } from './rules/settings/settings.ts'
import { findRuleSet, findSettings, listCalendarDays } from './store/settings.ts'

/** What time means in this ledger: today, its settings, its rule set for lights, its working days. */
export interface ClockFacts {
  readonly today: Day
  readonly settings: LedgerSettings
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
}

const NATIONAL = readNationalCalendar()

/** Reads the settings in force. A rule set of the city's own comes before a preset of the same key. */
export async function loadClockFacts(ctx: Context, tx: Tx): Promise<ClockFacts> {
  const stored = await findSettings(tx)
  const settings = stored
    ? LedgerSettings.parse({ ...DEFAULT_SETTINGS, ...stored.settings })
    : DEFAULT_SETTINGS
  const own = await findRuleSet(tx, settings.lightRuleSet)
  const rules = own
    ? LightRuleSet.parse(own)
    : presetRuleSets().find(({ key }) => key === settings.lightRuleSet)
  if (!rules) throw new Error(`No rule set for lights has the key "${settings.lightRuleSet}"`)
  const overrides = await listCalendarDays(tx)
  const { completedYears } = settings
  const calendar = makeCalendar({ national: NATIONAL, overrides, completedYears })
  return { today: ctx.clock.today(), settings, rules, calendar }
}
