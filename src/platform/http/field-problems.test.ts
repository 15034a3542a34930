import { expect, test } from 'vitest'
import { fieldProblems } from './field-problems.ts'

test('a field of a wrong form is told with the form, and not that there is one', () => {
  const params = { format: 'regex', pattern: '/^\\d{4}Q[1-4]$/' }
  const validation = [{ keyword: 'invalid_format', instancePath: '/period', params }]
  const messages = {
    'kernel.field.invalid_format': 'has the wrong format, should be {format}',
    'kernel.field.pattern': 'has the wrong format, should match {pattern}',
  }
  expect(fieldProblems({ validation }, messages)).toEqual([
    { path: 'body.period', message: 'has the wrong format, should match /^\\d{4}Q[1-4]$/' },
  ])
})
