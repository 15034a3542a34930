import { expect, it } from 'vitest'
import { ACTION_NAMES } from '../../../../src/modules/ledger/rules/lifecycle/events.ts'
import { type OfferedStep, orderSteps, STEP_ORDER } from './step-order.ts'

const offer = (step: OfferedStep, code: string | null = null) => ({
  step,
  isAllowed: code === null,
  refusal: code,
  code,
})

it('gives every step and event of the ledger a place', () => {
  expect([...STEP_ORDER].sort()).toEqual([...ACTION_NAMES].sort())
})

it('puts what drives the item on before the rest, and never proposes taking it back as what comes next', () => {
  const item = {
    state: 'dispatched',
    hasPendingExtension: false,
    steps: [
      offer('withdraw'),
      offer('press'),
      offer('recall'),
      offer('decline', 'ledger.decline-too-late'),
      offer('sign', 'ledger.step-of-others'),
      offer('close', 'ledger.wrong-state'),
    ],
  } as const
  const { allowed, next, held, notNow } = orderSteps(item, true)
  expect(allowed.map(({ step }) => step)).toEqual(['press', 'recall', 'withdraw'])
  expect(next).toBeUndefined()
  expect(held.map(({ step }) => step)).toEqual(['decline'])
  // On a phone the steps of others filled the screen before anything was said of the item.
  expect(notNow.map(({ step }) => step)).toEqual(['close', 'sign'])
})

it('names the verification before the return when both are open', () => {
  const steps = [offer('returnForRework'), offer('takeUp')]
  expect(orderSteps({ state: 'reported', hasPendingExtension: false, steps }, true).next).toBe('takeUp')
})

it('never proposes to the office to sign or report for a unit (it stood first, filled)', () => {
  const item = {
    state: 'in-progress',
    hasPendingExtension: false,
    steps: [offer('reportProgress'), offer('press'), offer('recall')],
  } as const
  const ofOffice = orderSteps(item, true)
  expect(ofOffice.next).toBeUndefined()
  expect(ofOffice.allowed.map(({ step }) => step)).toEqual(['press', 'recall', 'reportProgress'])
  expect(orderSteps(item, false).next).toBe('reportProgress')
})

it('shows the decision on an extension beside the steps only where one was asked for', () => {
  const steps = [offer('decideExtension', 'ledger.own-extension')]
  const at = (hasPendingExtension: boolean) =>
    orderSteps({ state: 'signed', hasPendingExtension, steps }, true).notNow.length
  expect([at(false), at(true)]).toEqual([1, 0])
})
