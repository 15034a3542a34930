import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFigures } from './compare-figures.ts'
import { compareSheet } from './compare-sheet.ts'
import { matchStrength } from './match-strength.ts'
import { type Candidate, type Decision, pairSaidPrinted } from './pair-said-printed.ts'
import { printedWords } from './printed-words.ts'
import { readPositions } from './read-positions.ts'

const compare = (book: string, print: string) => compareFigures(printedWords(book), printedWords(print))
const strength = (book: string, print: string) => matchStrength(printedWords(book), printedWords(print))

test.each([
  ['增速居全市第3位', [3]],
  ['位列第十二名，增幅第二。', [12, 2]],
  ['排名首位', [1]],
  ['第一季度第三产业增加值', []],
])('%s claims %j', (text, positions) => {
  expect(readPositions(text)).toEqual(positions)
})

test('figures that rounding explains agree, others are shown with both', () => {
  expect(compare('实现产值1434.52亿元，增长7.4%', '产值1434.5亿元，同比增长7.5%')).toEqual([
    { book: '1434.52亿元', print: '1434.5亿元', agrees: true },
    { book: '7.4%', print: '7.5%', agrees: false },
  ])
  expect(compare('居全市第3位', '全市第四')).toEqual([{ book: '第3', print: '第4', agrees: false }])
})

test('what is vague or stands on one side only is no difference', () => {
  expect(compare('约120家，增长5%', '118家')).toEqual([])
})

test('the same in other words with another figure is suggested; the same figure of something else is not', () => {
  expect(strength('规上工业总产值增长7.4%，居全市第3位', '规上工业总产值增速7.5%').isSuggested).toBe(true)
  expect(strength('规上工业总产值增长7.4%', '绿化覆盖率提高到7.4%').isSuggested).toBe(false)
})

const id = fc.integer({ min: 0, max: 4 })
const candidates = fc.uniqueArray(
  fc.record({
    lineId: id.map((n) => `l${n}`),
    statementId: id.map((n) => `s${n}`),
    score: fc.integer({ min: 0, max: 5 }),
    isSuggested: fc.boolean(),
  }),
  { selector: ({ lineId, statementId }) => `${lineId} ${statementId}`, maxLength: 12 },
)
const decisions = fc.uniqueArray(
  fc.record({
    lineId: id.map((n) => `l${n}`),
    statementId: id.map((n) => `s${n}`),
    verdict: fc.constantFrom('confirmed' as const, 'rejected' as const),
  }),
  { selector: ({ lineId, statementId }) => `${lineId} ${statementId}`, maxLength: 4 },
)

test('pairs are stable: no two that are left would rather have each other', () => {
  fc.assert(
    fc.property(candidates, decisions, (possible: Candidate[], decided: Decision[]) => {
      const pairs = pairSaidPrinted(possible, decided)
      const verdictOf = (one: { lineId: string; statementId: string }) =>
        decided.find((each) => each.lineId === one.lineId && each.statementId === one.statementId)?.verdict
      const suggested = pairs.filter(({ verdict }) => verdict === 'suggested')
      const confirmed = pairs.filter(({ verdict }) => verdict === 'confirmed')
      expect(confirmed).toHaveLength(decided.filter(({ verdict }) => verdict === 'confirmed').length)
      expect(new Set(suggested.map(({ lineId }) => lineId)).size).toBe(suggested.length)
      expect(new Set(suggested.map(({ statementId }) => statementId)).size).toBe(suggested.length)
      const scoreOf = (one: { lineId: string; statementId: string }) =>
        possible.find((each) => each.lineId === one.lineId && each.statementId === one.statementId)!.score
      for (const one of possible) {
        if (!one.isSuggested || verdictOf(one) !== undefined) continue
        // Somebody as good or better took the line, or the statement.
        const takers = pairs.filter(
          (pair) => pair.lineId === one.lineId || pair.statementId === one.statementId,
        )
        expect(takers.some((taker) => taker.verdict === 'confirmed' || scoreOf(taker) >= one.score)).toBe(
          true,
        )
      }
      for (const pair of suggested) expect(verdictOf(pair)).toBeUndefined()
    }),
  )
})

test('praise is not looked for among shortfalls; a line of last time may have become either', () => {
  const sentence = '规上工业总产值增长7.5%，居全市第3位'
  const printed = [{ id: 's', kind: 'shortfall', subject: '规上工业总产值', quote: sentence }]
  const compared = (side: 'strength' | 'follow-up') =>
    compareSheet([{ id: 'l', side, text: sentence }], printed, [])
  expect(compared('strength')).toEqual({ pairs: [], onlySaid: ['l'], onlyPrinted: ['s'] })
  expect(compared('follow-up').pairs).toHaveLength(1)
})

test('each line and each sentence stands in a pair or on its own, and nowhere twice', () => {
  const words = fc.constantFrom(
    '规上工业总产值增长7.5%',
    '停车位建设不足',
    '居全市第3位',
    '农村集体经济增收7.5%',
  )
  const kind = fc.constantFrom('rank', 'shortfall', 'figure')
  const side = fc.constantFrom('strength' as const, 'shortfall' as const, 'follow-up' as const)
  fc.assert(
    fc.property(
      fc.array(fc.record({ side, text: words }), { maxLength: 5 }),
      fc.array(fc.record({ kind, subject: words, quote: words }), { maxLength: 5 }),
      (said, printed) => {
        const [lines, sentences] = [
          said.map((each, i) => ({ ...each, id: `l${i}` })),
          printed.map((each, i) => ({ ...each, id: `s${i}` })),
        ]
        const { pairs, onlySaid, onlyPrinted } = compareSheet(lines, sentences, [])
        const sorted = (ids: string[]) => ids.toSorted()
        expect(sorted([...pairs.map(({ lineId }) => lineId), ...onlySaid])).toEqual(lines.map(({ id }) => id))
        expect(sorted([...pairs.map(({ statementId }) => statementId), ...onlyPrinted])).toEqual(
          sentences.map(({ id }) => id),
        )
      },
    ),
    { numRuns: 50 },
  )
})
