import type { LedgerSettings } from './settings.ts'

/** What is wrong with settings whose fields are each in range: a code of the catalogue and what its sentence names. */
export interface SettingsFault {
  readonly code: 'ledger.remind-days-twice' | 'ledger.overdue-steps-out-of-order'
  readonly details: Readonly<Record<string, string | number>>
}

/** Steps count from 1. Empty when the settings can be used. */
export function settingsFaults({
  remindDaysBefore,
  overdueSteps,
}: Pick<LedgerSettings, 'remindDaysBefore' | 'overdueSteps'>): SettingsFault[] {
  const faults: SettingsFault[] = []
  for (const [at, days] of remindDaysBefore.entries())
    if (remindDaysBefore.indexOf(days) < at)
      faults.push({ code: 'ledger.remind-days-twice', details: { days } })
  for (const [at, { workingDays }] of overdueSteps.entries()) {
    const before = overdueSteps[at - 1]
    if (before && workingDays <= before.workingDays)
      faults.push({
        code: 'ledger.overdue-steps-out-of-order',
        details: { step: at + 1, days: workingDays, before: before.workingDays },
      })
  }
  return faults
}
