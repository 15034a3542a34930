import { expect, it } from 'vitest'
import { formulaNames } from './formula-names.ts'

it('names the indicators and the functions of a formula once each', () => {
  expect(formulaNames('如果(done > 5[件], done / all.cases × 100, 同比(done)) + yoy(x-1)')).toEqual({
    codes: ['done', 'all.cases', 'x-1'],
    functions: ['if', 'yoy'],
  })
})
