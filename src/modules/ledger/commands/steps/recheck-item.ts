import type { Context } from '../../../../kernel/context.ts'
import { addDays } from '../../../../kernel/day.ts'
import type { CodedError } from '../../../../kernel/errors.ts'
import { roundDeadlineRefusals } from '../../rules/lifecycle/round-deadline-refusals.ts'
import type { StepFacts } from '../../rules/lifecycle/step-facts.ts'
import { parentFinished } from '../../rules/lifecycle/step-refusals.ts'
import { verificationRefusals } from '../../rules/lifecycle/verification-refusals.ts'
import type { Item, RecheckItem } from '../../schema.ts'
import type { StoredItem } from '../../store/items.ts'
import { beginRound } from './begin-round.ts'
import { type Changing, takeStep } from './take-step.ts'
import { writeVerification } from './write-verification.ts'

/**
 * Looks at a closed item again (回头看). Passed, it stays closed and is perhaps looked at once more; failed, a new round
 * begins with its own deadline. @throws what `takeStep` throws, `ledger.own-report`, `ledger.verifier-of-unit`,
 * `ledger.third-party-missing`, `ledger.round-deadline-missing`, `ledger.deadline-past`, `ledger.parent-finished`
 */
export function recheckItem(ctx: Context, id: string, input: RecheckItem): Promise<Item> {
  const { version, method, thirdParty, findings, result } = input
  const hasPassed = result === 'passed'
  return takeStep(ctx, 'recheck', {
    id,
    version,
    action: hasPassed ? 'ledger.recheck-passed' : 'ledger.recheck-failed',
    obstacles: (steps) => obstaclesOf(steps, input),
    change: async (changing) => {
      const { tx, item } = changing
      const finding = { purpose: 'recheck', method, thirdParty, result, findings } as const
      const verificationId = await writeVerification(ctx, tx, { item, ...finding })
      const change: Partial<StoredItem> = hasPassed
        ? stayClosed(changing, input)
        : await beginAnew(ctx, changing, input)
      const { recheckOn = null, dueOn = null } = change
      return { item: change, detail: { verificationId, method, thirdParty, findings, recheckOn, dueOn } }
    },
  })
}

function obstaclesOf(steps: StepFacts, { method, thirdParty, result, dueOn }: RecheckItem): CodedError[] {
  const verifying = verificationRefusals(steps, { method, thirdParty })
  if (result === 'passed') return verifying
  return [...verifying, ...parentFinished(steps), ...roundDeadlineRefusals(steps, dueOn)]
}

function stayClosed({ facts }: Changing, { recheckAfterDays }: RecheckItem) {
  return { recheckOn: recheckAfterDays === null ? null : addDays(facts.today, recheckAfterDays) }
}

function beginAnew(ctx: Context, changing: Changing, { dueOn }: RecheckItem) {
  return beginRound(ctx, changing, { dueOn: dueOn!, progress: 0 })
}
