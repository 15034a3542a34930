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

test('each statement goes with its strongest line unless a person said otherwise', () => {
  fc.assert(
    fc.property(candidates, decisions, (possible: Candidate[], decided: Decision[]) => {
      const pairs = pairSaidPrinted(possible, decided)
      const isDecided = (one: { lineId: string; statementId: string }) =>
        decided.some((each) => each.lineId === one.lineId && each.statementId === one.statementId)
      for (const statementId of new Set([...possible, ...decided].map((one) => one.statementId))) {
        const own = pairs.filter((pair) => pair.statementId === statementId)
        const settled = decided.filter(
          (one) => one.statementId === statementId && one.verdict === 'confirmed',
        )
        if (settled.length > 0) {
          expect(own.map(({ lineId, verdict }) => [lineId, verdict])).toEqual(
            settled.map(({ lineId }) => [lineId, 'confirmed']),
          )
          continue
        }
        const left = possible.filter(
          (one) => one.statementId === statementId && one.isSuggested && !isDecided(one),
        )
        const best = left.find(({ score }) => left.every((other) => other.score <= score))
        expect(own.map(({ lineId, verdict }) => [lineId, verdict])).toEqual(
          best ? [[best.lineId, 'suggested']] : [],
        )
      }
    }),
  )
})

test('praise is not looked for among shortfalls; a line of last time may have become either', () => {
  const sentence = '规上工业总产值增长7.5%，居全市第3位'
  const printed = [
    { id: 's', kind: 'shortfall', subject: '规上工业总产值', quote: sentence, position: null, values: [] },
  ]
  const compared = (side: 'strength' | 'follow-up') =>
    compareSheet([{ id: 'l', side, text: sentence }], printed, [])
  expect(compared('strength')).toEqual({ pairs: [], onlySaid: ['l'], onlyPrinted: ['s'] })
  expect(compared('follow-up').pairs).toHaveLength(1)
})

test('each line and each sentence stands in a pair or on its own, and a sentence nowhere twice', () => {
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
      fc.array(
        fc.record({
          kind,
          subject: words,
          quote: words,
          position: fc.constant(null),
          values: fc.constant([]),
        }),
        { maxLength: 5 },
      ),
      (said, printed) => {
        const [lines, sentences] = [
          said.map((each, i) => ({ ...each, id: `l${i}` })),
          printed.map((each, i) => ({ ...each, id: `s${i}` })),
        ]
        const { pairs, onlySaid, onlyPrinted } = compareSheet(lines, sentences, [])
        const sorted = (ids: string[]) => ids.toSorted()
        const paired = new Set(pairs.map(({ lineId }) => lineId))
        expect(sorted([...paired, ...onlySaid])).toEqual(lines.map(({ id }) => id))
        expect(sorted([...pairs.map(({ statementId }) => statementId), ...onlyPrinted])).toEqual(
          sentences.map(({ id }) => id),
        )
      },
    ),
    { numRuns: 50 },
  )
})

test('three shortfalls in one sentence, and a figure beside another, are each held against its own line', () => {
  const sentence = '但在农村集体经济、停车位建设、垃圾分类等方面仍有不足'
  const short = (id: string, subject: string) => ({
    id,
    kind: 'shortfall',
    subject,
    quote: sentence,
    position: null,
    values: [],
  })
  const growth = '规上工业总产值增长7.5%，社会消费品零售总额增长3.2%'
  const figure = {
    id: 'retail',
    kind: 'figure',
    subject: '社会消费品零售总额',
    quote: growth,
    position: null,
    values: ['3.2'],
  }
  const rank = { ...figure, id: 'rank', kind: 'rank', position: 4, values: [] }
  const lines = [
    { id: 'parking', side: 'shortfall' as const, text: '停车位建设滞后' },
    { id: 'economy', side: 'shortfall' as const, text: '农村集体经济薄弱' },
    {
      id: 'sales',
      side: 'strength' as const,
      text: '社会消费品零售总额为120亿元，同比增长3.3%，在16家中列第4位',
    },
  ]
  const { pairs, onlyPrinted } = compareSheet(
    lines,
    [short('a', '农村集体经济'), short('b', '停车位建设'), short('c', '垃圾分类'), figure, rank],
    [],
  )
  expect(pairs.map(({ lineId, statementId }) => [statementId, lineId])).toEqual([
    ['b', 'parking'],
    ['a', 'economy'],
    ['retail', 'sales'],
    ['rank', 'sales'],
  ])
  expect(onlyPrinted).toEqual(['c'])
  expect(pairs[2]!.figures).toEqual([{ book: '3.3%', print: '3.2%', agrees: false }])
  expect(pairs[3]!.figures).toEqual([{ book: '第4', print: '第4', agrees: true }])
})
