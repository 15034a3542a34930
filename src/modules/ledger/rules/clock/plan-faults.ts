import type { Day } from '../../../../kernel/day.ts'
import type { Plan } from './plan.ts'

/** What is wrong with a plan: a code of the catalogue and what its sentence names. `node` counts from 1. */
export interface PlanFault {
  readonly code: PlanFaultCode
  readonly details: Readonly<Record<string, string | number>>
}

type PlanFaultCode =
  | 'ledger.plan-node-not-later'
  | 'ledger.plan-node-falls-back'
  | 'ledger.plan-node-before-start'
  | 'ledger.plan-node-after-due'
  | 'ledger.plan-not-complete'

/** What a screen should say about a node plan; empty when it is sound. A linear plan always is. */
export function planFaults(
  plan: Plan,
  { startOn, dueOn }: { readonly startOn: Day | null; readonly dueOn: Day | null },
): PlanFault[] {
  if (plan.kind === 'linear') return []
  const faults: PlanFault[] = []
  for (const [at, { name, on, progress }] of plan.nodes.entries()) {
    const before = plan.nodes[at - 1]
    const where = { node: at + 1, name, on }
    if (before && on <= before.on)
      faults.push({ code: 'ledger.plan-node-not-later', details: { ...where, before: before.on } })
    if (before && progress < before.progress)
      faults.push({
        code: 'ledger.plan-node-falls-back',
        details: { ...where, progress, before: before.progress },
      })
    if (startOn !== null && on < startOn)
      faults.push({ code: 'ledger.plan-node-before-start', details: { ...where, startOn } })
    if (dueOn !== null && on > dueOn)
      faults.push({ code: 'ledger.plan-node-after-due', details: { ...where, dueOn } })
  }
  const last = plan.nodes.at(-1)
  if (last && last.progress !== 100)
    faults.push({
      code: 'ledger.plan-not-complete',
      details: { node: plan.nodes.length, name: last.name, progress: last.progress },
    })
  return faults
}
