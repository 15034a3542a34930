import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorpora } from './intake/samples/corpora.ts'
import { damagedCopies } from './intake/samples/damage-text.ts'
import { readReport } from './rules/articles/read-report.ts'
import { quoteStatement } from './rules/quote-statement.ts'
import { findStatements } from './rules/statements/find-statements.ts'

const corpora = readCorpora()
const short = corpora.filter(({ folder }) => folder !== 'work-reports')
const long = corpora.filter(({ folder }) => folder === 'work-reports')

function read(received: string, date?: string) {
  const report = readReport(received, { date })
  return { report, statements: findStatements(report, {}) }
}

/** Invariant 1: a statement is slices of the text as received, in order, none of it said twice. */
function expectVerbatim(received: string): number {
  const { report, statements } = read(received)
  expect(report.received).toBe(received)
  for (const statement of statements) {
    const { text, spans } = quoteStatement(report, statement)
    expect(spans.length).toBeGreaterThan(0)
    for (const [start, end] of spans) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(received.length)
    }
    const slices = spans.map(([start, end]) => received.slice(start, end)).join('')
    expect(slices.replace(/\s/g, '')).toBe(text)
    const byPlace = [...spans].sort((a, b) => a[0] - b[0])
    for (let i = 1; i < byPlace.length; i++) expect(byPlace[i]![0]).toBeGreaterThanOrEqual(byPlace[i - 1]![1])
  }
  return statements.length
}

describe('every span is a verbatim slice', () => {
  it.each(corpora)('in $name as received', ({ text }) => {
    expect(expectVerbatim(text)).toBeGreaterThan(0)
  })

  it('reads forwards where nothing is broken', () => {
    for (const { text } of short.filter(({ folder }) => folder === 'held-out')) {
      const { report, statements } = read(text)
      for (const statement of statements) {
        const starts = quoteStatement(report, statement).spans.map(([start]) => start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }
    }
  })

  it('in randomly damaged copies', () => {
    const copies = fc.constantFrom(...short).chain(({ text }) => damagedCopies(text))
    fc.assert(
      fc.property(copies, (copy) => void expectVerbatim(copy)),
      { numRuns: 250 },
    )
  }, 120_000)

  it('in damaged copies of long reports', () => {
    const texts = long.length > 0 ? long : short
    const copies = fc.constantFrom(...texts).chain(({ text }) => damagedCopies(text))
    fc.assert(
      fc.property(copies, (copy) => void expectVerbatim(copy)),
      { numRuns: 10 },
    )
  }, 120_000)

  it('in any text at all', () => {
    const pieces = fc.constantFrom(
      ...'，。；：、“”（）■?\n\r\t 　一二三第要但在全市区县委局增长%亿元年月1—11'.split(''),
      '居全市第一',
      '仍存不足',
      '会议',
      '市委书记指出',
      '😀',
      '\u0000',
      '\ufeff',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => void expectVerbatim(parts.join(''))),
      {
        numRuns: 300,
      },
    )
  }, 60_000)
})

describe('reading', () => {
  it('gives the same for the same', () => {
    for (const { text } of short) expect(read(text)).toEqual(read(text))
  })

  it('takes time in proportion to length', () => {
    const text = short.map((one) => one.text).join('\n\n')
    const time = (times: number) => {
      const input = Array.from({ length: times }, () => text).join('\n\n')
      const started = performance.now()
      read(input)
      return performance.now() - started
    }
    time(1)
    const [once, eightfold] = [Math.min(time(1), time(1), time(1)), Math.min(time(8), time(8))]
    expect(eightfold).toBeLessThan(24 * Math.max(once, 20))
  }, 60_000)
})
