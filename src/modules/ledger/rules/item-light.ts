import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import type { Light } from '../schema.ts'
import thresholds from './light-thresholds.json' with { type: 'json' }

/**
 * An item's light on a day: no deadline, none; after the deadline, overdue; on the deadline and the three days
 * before it, due soon. Nobody stores or sets one (DESIGN.md, invariant 2).
 */
export function itemLight(item: { dueOn: Day | null }, asOf: Day): Light {
  if (item.dueOn === null) return 'none'
  const left = daysBetween(asOf, item.dueOn)
  if (left < 0) return 'overdue'
  return left <= thresholds.dueSoonDays ? 'due-soon' : 'on-plan'
}

/** Deadlines from and to a day, both included; `null` at an open end. */
export type DueRange = { readonly from: Day | null; readonly to: Day | null }

/** The deadlines that give a light on a day, for the store; null for the items without one. */
export function dueRange(light: Light, asOf: Day): DueRange | null {
  const soon = addDays(asOf, thresholds.dueSoonDays)
  switch (light) {
    case 'none':
      return null
    case 'overdue':
      return { from: null, to: addDays(asOf, -1) }
    case 'due-soon':
      return { from: asOf, to: soon }
    case 'on-plan':
      return { from: addDays(soon, 1), to: null }
  }
}
