import type { DeskGroup } from '../../api/desk.ts'
import type { OfferedStep } from '../item/step-order.ts'

/** What usually follows for an item that waits by a rule; the item itself says whether it may be taken. */
export const RULE_STEPS: Readonly<Partial<Record<DeskGroup['rule'], OfferedStep>>> = {
  'office.to-review': 'review',
  'office.declined': 'correct',
  'office.nobody-responsible': 'correct',
  'office.no-deadline': 'correct',
  'office.to-dispatch': 'dispatch',
  'office.not-signed': 'press',
  'office.report-missed': 'press',
  'office.due-soon': 'press',
  'office.overdue': 'press',
  'office.red': 'press',
  'office.to-verify': 'takeUp',
  'office.in-verification': 'close',
  'office.extension': 'decideExtension',
  'office.recheck': 'recheck',
  'unit.to-sign': 'sign',
  'unit.returned': 'reportProgress',
  'unit.report-missed': 'reportProgress',
  'unit.pressed': 'reportProgress',
  'unit.overdue': 'reportProgress',
  'unit.due-soon': 'reportProgress',
  'unit.report-due': 'reportProgress',
}
