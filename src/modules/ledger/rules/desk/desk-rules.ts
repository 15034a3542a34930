import { z } from 'zod'

/**
 * Why an item waits for somebody. The first group waits for the office (supervision officer), the second for a unit
 * (liaison). Each is a filter of the ledger, so that every count on a desk opens into its items.
 */
export const DeskRule = z.enum([
  'office.to-review',
  'office.declined',
  'office.nobody-responsible',
  'office.no-deadline',
  'office.to-dispatch',
  'office.not-signed',
  'office.report-missed',
  'office.due-soon',
  'office.overdue',
  'office.red',
  'office.to-verify',
  'office.in-verification',
  'office.extension',
  'office.recheck',
  'unit.to-sign',
  'unit.returned',
  'unit.report-missed',
  'unit.pressed',
  'unit.overdue',
  'unit.due-soon',
  'unit.duty-open',
  'unit.report-due',
])
export type DeskRule = z.infer<typeof DeskRule>
