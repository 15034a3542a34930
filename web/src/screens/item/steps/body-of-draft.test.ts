import { expect, it } from 'vitest'
import { bodyOfDraft } from './body-of-draft.ts'

it('leaves out what was left empty, also inside lists, and keeps null, false and zero', () => {
  expect(
    bodyOfDraft({
      reason: '缺少验收表',
      note: '',
      next: undefined,
      recheckAfterDays: null,
      progress: 0,
      evidenceIds: ['a', 'b'],
      duties: [{ unitId: 'u', task: '', dueOn: null }],
    }),
  ).toEqual({
    reason: '缺少验收表',
    recheckAfterDays: null,
    progress: 0,
    evidenceIds: ['a', 'b'],
    duties: [{ unitId: 'u', dueOn: null }],
  })
})
