import type { Raw } from './search-values.ts'

export const SETTINGS_PARTS = ['limits', 'lights', 'calendar'] as const
export type SettingsPart = (typeof SETTINGS_PARTS)[number]

/** Which part of the ledger's settings is open: the rule set, the year. */
export function readSettingsSearch(raw: Raw): { part?: SettingsPart; set?: string; year?: number } {
  const part = SETTINGS_PARTS.find((each) => each === raw.part)
  const year = Number(raw.year)
  return {
    ...(part && part !== 'limits' ? { part } : {}),
    ...(typeof raw.set === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(raw.set) ? { set: raw.set } : {}),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
  }
}
