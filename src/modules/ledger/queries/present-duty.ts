import type { Duty } from '../schema.ts'
import type { StoredDuty } from '../store/duties.ts'

/** One unit's part as people see it, with what the person who asks may do with it. */
export function presentDuty(row: StoredDuty, steps: Duty['steps']): Duty {
  return {
    unitId: row.unit_id,
    role: row.role,
    task: row.task,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    state: row.state,
    signBy: row.sign_by,
    signedOn: row.signed_on,
    signedBy: row.signed_by,
    doneOn: row.done_on,
    doneBy: row.done_by,
    note: row.note,
    wasLate: row.was_late,
    steps,
  }
}
