import type { Context, Tx } from '../../../kernel/context.ts'
import type { CodedError } from '../../../kernel/errors.ts'
import { withUnitNames } from '../refuse.ts'
import { asksOf } from '../rules/lifecycle/asks-of.ts'
import { dutyRefusals } from '../rules/lifecycle/duty-refusals.ts'
import { ACTION_NAMES } from '../rules/lifecycle/events.ts'
import type { StepFacts } from '../rules/lifecycle/step-facts.ts'
import { stepRefusals } from '../rules/lifecycle/step-refusals.ts'
import { type DutyOffer, DutyStep, type StepOffer } from '../schema.ts'
import { sentenceOf } from '../sentences.ts'

export interface StepOffers {
  readonly ofItem: StepOffer[]
  readonly ofDuty: (unitId: string) => DutyOffer[]
}

/** What the actor may do with an item now, by the guards that the commands themselves ask, with the reasons against. */
export async function offerSteps(ctx: Context, tx: Tx, facts: StepFacts): Promise<StepOffers> {
  const item = ACTION_NAMES.map((step) => ({ step, refusals: stepRefusals(step, facts) }))
  const duties = facts.duties.flatMap((duty) =>
    DutyStep.options.map((step) => ({ duty, step, refusals: dutyRefusals(step, duty, facts) })),
  )
  const named = await withUnitNames(
    ctx,
    tx,
    [...item, ...duties].flatMap(({ refusals }) => refusals),
  )
  const offerNext = ({ refusals }: { refusals: readonly CodedError[] }) =>
    offerOf(named.splice(0, refusals.length), ctx)
  const ofItem = item.map((each): StepOffer => {
    const asks = each.refusals.length === 0 ? asksOf(each.step, facts) : []
    return { step: each.step, ...offerNext(each), asks }
  })
  const ofDuties = duties.map((each) => ({ unitId: each.duty.unitId, step: each.step, ...offerNext(each) }))
  return {
    ofItem,
    ofDuty: (id) => ofDuties.filter(({ unitId }) => unitId === id).map(({ unitId: _, ...offer }) => offer),
  }
}

function offerOf(refusals: readonly CodedError[], { locale }: Context) {
  const [first] = refusals
  if (!first) return { isAllowed: true, refusal: null, code: null }
  const refusal = refusals.map((error) => sentenceOf(error, locale)).join('\n')
  return { isAllowed: false, refusal, code: first.code }
}
