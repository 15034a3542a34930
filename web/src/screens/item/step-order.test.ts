import { expect, it } from 'vitest'
import { ACTION_NAMES } from '../../../../src/modules/ledger/rules/lifecycle/events.ts'
import { type OfferedStep, orderSteps, STEP_ORDER } from './step-order.ts'

const offer = (step: OfferedStep, refusal: string | null = null) => ({
  step,
  isAllowed: refusal === null,
  refusal,
})

it('gives every step and event of the ledger a place', () => {
  expect([...STEP_ORDER].sort()).toEqual([...ACTION_NAMES].sort())
})

it('puts what drives the item on before the rest, and never proposes taking it back as what comes next', () => {
  const { allowed, next, ofOthers, notNow } = orderSteps({
    state: 'dispatched',
    steps: [
      offer('withdraw'),
      offer('press'),
      offer('recall'),
      offer('sign', 'not yours'),
      offer('close', 'not now'),
    ],
  })
  expect(allowed.map(({ step }) => step)).toEqual(['press', 'recall', 'withdraw'])
  expect(next).toBeUndefined()
  expect(ofOthers.map(({ step }) => step)).toEqual(['sign'])
  expect(notNow.map(({ step }) => step)).toEqual(['close'])
})

it('names the verification before the return when both are open', () => {
  expect(orderSteps({ state: 'reported', steps: [offer('returnForRework'), offer('takeUp')] }).next).toBe(
    'takeUp',
  )
})
