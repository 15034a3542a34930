import type { Condition } from './condition.ts'
import { SEVERITY } from './light.ts'
import type { LightRuleSet } from './rule-set.ts'

/** Why a rule set cannot be used: a code of the catalogue and what its sentence names. Rules count from 1. */
export interface RuleSetFault {
  readonly code: RuleSetFaultCode
  readonly details: Readonly<Record<string, number>>
}

type RuleSetFaultCode =
  | 'ledger.light-rules-never-shown'
  | 'ledger.light-rules-out-of-order'
  | 'ledger.light-rules-notice-colour'

/**
 * What a screen should say about a rule set; empty when it can be used. That its conditions stay true once they hold
 * is the schema's business: `Condition` has no others.
 */
export function validateRuleSet(ruleSet: LightRuleSet): RuleSetFault[] {
  return [...noticeFaults(ruleSet), ...orderFaults(ruleSet)]
}

/** A notice shown in another colour than its own would say two things. */
function noticeFaults({ rules }: LightRuleSet): RuleSetFault[] {
  return rules.flatMap(({ light, when }, at) =>
    when.kind === 'notice' && when.colour !== light
      ? [{ code: 'ledger.light-rules-notice-colour', details: { rule: at + 1 } }]
      : [],
  )
}

function orderFaults({ rules }: LightRuleSet): RuleSetFault[] {
  const faults: RuleSetFault[] = []
  for (const [later, second] of rules.entries()) {
    for (const [earlier, first] of rules.slice(0, later).entries()) {
      if (familyOf(first.when) !== familyOf(second.when)) continue
      const details = { rule: later + 1, other: earlier + 1 }
      const order = SEVERITY.indexOf(second.light) - SEVERITY.indexOf(first.light)
      const gap = gravityOf(second.when) - gravityOf(first.when)
      // Of two rules for one light the first listed gives the word: it must be the one that waits longer.
      if (order === 0 && gap >= 0) faults.push({ code: 'ledger.light-rules-never-shown', details })
      else if (order !== 0 && order * gap <= 0)
        faults.push({ code: 'ledger.light-rules-out-of-order', details })
    }
  }
  return faults
}

/** Conditions that can be ranked among each other. */
function familyOf(when: Condition): string {
  const minDays = 'minDays' in when ? (when.minDays ?? 0) : 0
  switch (when.kind) {
    case 'behind':
    case 'points-behind':
      return `points ${minDays}`
    case 'ratio-below':
      return `ratio ${minDays}`
    case 'near-limit':
    case 'overdue':
      return `deadline ${when.unit}`
    case 'notice':
      return `notice ${when.colour}`
    case 'not-started':
      return 'not-started'
  }
}

/** Within a family: the greater, the longer an item must have been left to reach it. */
function gravityOf(when: Condition): number {
  switch (when.kind) {
    case 'behind':
      return 0
    case 'points-behind':
      // In half hundredths, so that "more than 30" lies between "at least 30" and "at least 30.01".
      return Math.round(when.points * 100) * 2 + (when.than === 'more' ? 1 : 0)
    case 'ratio-below':
      return -when.percent
    case 'near-limit':
      return -when.days
    case 'overdue':
      return when.days
    case 'not-started':
      return when.months
    case 'notice':
      return 0
  }
}
