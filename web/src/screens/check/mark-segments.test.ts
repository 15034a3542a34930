import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckFinding } from '../../api/figure-check.ts'
import { markSegments, quoteOf } from './mark-segments.ts'

const finding = (rest: Partial<CheckFinding>): CheckFinding => ({
  kind: 'sum',
  severity: 'error',
  cause: 'unknown',
  article: 0,
  spans: [],
  figures: [],
  printed: '',
  expected: '',
  arithmetic: '',
  repair: null,
  source: null,
  says: '',
  because: '',
  ...rest,
})

describe('The marks of a checked text', () => {
  it('never lose or repeat a character', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
    const findings = fc.array(
      fc.record({ spans: fc.array(span, { maxLength: 2 }), figures: fc.array(span, { maxLength: 2 }) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), findings, (text, given) => {
        const segments = markSegments(text, given.map(finding))
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  it('give a number to the gravest finding about it', () => {
    const note = finding({ severity: 'note', spans: [[0, 8]], figures: [[2, 4]] })
    const error = finding({ spans: [[0, 8]], figures: [[2, 4]] })
    const segments = markSegments('共123件。后文', [note, error])
    expect(segments.find(({ isFigure }) => isFigure)).toMatchObject({ start: 2, finding: 1 })
    expect(segments.at(-1)).toMatchObject({ finding: 1, isFigure: false })
  })

  it('quote a long sentence by its two ends', () => {
    expect(quoteOf('一二三四五六七八九十', [[0, 10]], 5)).toBe('一二…九十')
    expect(quoteOf('一二三', [[0, 3]], 5)).toBe('一二三')
  })
})
