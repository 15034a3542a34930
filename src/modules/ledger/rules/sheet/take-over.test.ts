import { expect, it } from 'vitest'
import type { ListedStanding } from './imported-item.ts'
import { takeOver } from './take-over.ts'

const NOTHING: ListedStanding = {
  state: null,
  progress: null,
  dispatchedOn: null,
  signedOn: null,
  finishedOn: null,
  closedOn: null,
  firstDueOn: null,
  wasLate: false,
}
const taken = (standing: Partial<ListedStanding>, issuedOn: string | null = null) => {
  const fields = { dueOn: '2024-06-30', issuedOn } as Parameters<typeof takeOver>[0]['fields']
  const context = { today: '2024-07-10', takesOver: true }
  return takeOver({ standing: { ...NOTHING, ...standing }, fields }, context)
}

it('what was closed before it came in was not dispatched after: no stage of it takes less than no time', () => {
  expect(taken({ state: 'closed', closedOn: '2024-06-20' })).toMatchObject({
    dispatchedOn: '2024-06-20',
    finishedOn: '2024-06-20',
    closedOn: '2024-06-20',
  })
  expect(taken({ state: 'in-progress', signedOn: '2024-06-03' })).toMatchObject({
    dispatchedOn: '2024-06-03',
    signedOn: '2024-06-03',
    startedOn: '2024-06-03',
  })
  expect(taken({ state: 'closed', closedOn: '2024-06-20' }, '2024-03-01').dispatchedOn).toBe('2024-03-01')
})

it('a day of signing that the sheet does not tell is not made up: medians count no invented stage', () => {
  expect(taken({ state: 'closed', closedOn: '2024-06-20' }, '2024-03-01').signedOn).toBe(null)
  expect(taken({ state: 'in-progress', progress: 40 }, '2024-03-01')).toMatchObject({
    signedOn: null,
    startedOn: '2024-03-01',
  })
})
