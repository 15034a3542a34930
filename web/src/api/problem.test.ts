import { expect, it } from 'vitest'
import { Problem } from './problem.ts'

it('names what the server refused of a request', () => {
  const fields = [
    { path: 'querystring.light', message: 'is not one of the values allowed' },
    { path: 'body', message: 'has fields that are not known: tittle' },
  ]
  expect(new Problem(400, { detail: 'No', details: { fields } }).refusedFields).toEqual([
    'light: is not one of the values allowed',
    'has fields that are not known: tittle',
  ])
  expect(new Problem(400, { detail: 'No' }).refusedFields).toEqual([])
})
