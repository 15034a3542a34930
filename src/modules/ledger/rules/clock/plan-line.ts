import type { Day } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import { monthPosition } from './month-position.ts'
import type { Plan } from './plan.ts'

/** The days between which a plan runs; null where none is set. */
export interface PlanDays {
  readonly startOn: Day | null
  readonly dueOn: Day | null
}

/** A plan read once, to be asked for many days: what it expects is `expectedOn(line, day)` / `denominator`. */
export interface PlanLine {
  readonly denominator: number
  /** Nothing is expected before the first day, everything from the last on (`dayNumber`). */
  readonly firstDay: number
  readonly lastDay: number
  /** Where the first day begins on the line of months; of a linear plan only. */
  readonly startsAt: number
  /** Of a node plan: day and hundredths of a per cent of each node. */
  readonly nodes: readonly { readonly day: number; readonly hundredths: number }[] | null
}

/** Null when a linear plan lacks its start or its deadline. A deadline before the start leaves that one day. */
export function planLine(plan: Plan, { startOn, dueOn }: PlanDays): PlanLine | null {
  if (plan.kind === 'nodes') {
    const nodes = plan.nodes.map(({ on, progress }) => ({
      day: dayNumber(on),
      hundredths: Math.round(progress * 100),
    }))
    const [firstDay, lastDay] = [nodes[0]?.day ?? 0, nodes.at(-1)?.day ?? 0]
    return { denominator: 10_000, firstDay, lastDay, startsAt: 0, nodes }
  }
  if (startOn === null || dueOn === null) return null
  const lastDay = dayNumber(dueOn)
  const firstDay = Math.min(dayNumber(startOn), lastDay)
  const startsAt = monthPosition(firstDay - 1)
  return { denominator: monthPosition(lastDay) - startsAt, firstDay, lastDay, startsAt, nodes: null }
}

/** The numerator of what is expected by the end of a day. It never falls from one day to the next. */
export function expectedOn(line: PlanLine, day: number): number {
  if (day < line.firstDay) return 0
  if (line.nodes) {
    let expected = 0
    for (const node of line.nodes)
      if (node.day <= day && node.hundredths > expected) expected = node.hundredths
    return expected
  }
  return day >= line.lastDay ? line.denominator : monthPosition(day) - line.startsAt
}
