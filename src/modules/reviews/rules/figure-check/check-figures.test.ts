import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../reports/index.ts'
import { checkFigures } from './check-figures.ts'

const check = (text: string) => checkFigures(readReport(text))
const told = (text: string) => check(text).map(({ kind, cause }) => `${kind} ${cause}`)

describe('The figure check', () => {
  it.each([
    [
      'sum digits-swapped',
      '进出口1284.6亿元，其中出口736.2亿元，进口521.4亿元。',
      '进出口1284.6亿元，其中出口763.2亿元，进口521.4亿元。',
    ],
    ['part unknown', '新增床位1200张，其中护理床位7835张。', '新增床位1200张，其中护理床位783张。'],
    [
      'share truncation',
      '抽查736份，其中合格626份，占总数的85.0%。',
      '抽查736份，其中合格626份，占总数的85.1%。',
    ],
    ['over-hundred impossible', '群众满意率达到102.3%。', '任务完成率达到102.3%。'],
    ['growth base', '企业从400家增加到500家，增长20.0%。', '企业从400家增加到500家，增长25.0%。'],
    [
      'increase base',
      '户数达到500户，比上年增加100户，增长20.0%。',
      '户数达到500户，比上年增加100户，增长25.0%。',
    ],
    ['direction direction', '费用从26.4亿元下降到31.8亿元。', '费用从31.8亿元下降到26.4亿元。'],
    [
      'points points-percent',
      '达标率由71.3%提高到76.9%，提高5.6%。',
      '达标率由71.3%提高到76.9%，提高5.6个百分点。',
    ],
    ['comparison wrong-word', '销售额同比比上月增长4%。', '销售额环比比上月增长4%。'],
    ['date impossible', '2023年2月29日发布。', '2024年2月29日发布。'],
    ['rank impossible', '在全市16个区中排名第十七。', '在全市16个区中排名第十六。'],
    [
      'per-person decimal-point',
      '发放补贴1260万元，惠及3500人，人均360元。',
      '发放补贴1260万元，惠及3500人，人均3600元。',
    ],
  ])('tells %s, and leaves the sound sentence alone', (finding, faulty, sound) => {
    expect(told(faulty)).toEqual([finding])
    expect(told(sound)).toEqual([])
  })

  it('quotes the text as received', () => {
    const text = '概况如下。\n\n受理线上　申请5316件、窗口 申请2847件，共8613件。'
    const [finding] = check(text)
    const slices = (spans: readonly (readonly [number, number])[]) => spans.map(([a, b]) => text.slice(a, b))
    expect(slices(finding!.figures)).toEqual(['5316件', '2847件', '8613件'])
    expect(finding!.repair).toBe('8163件')
  })

  it('says nothing of approximate numbers', () => {
    expect(told('企业从近400家增加到500家，增长20.0%。')).toEqual([])
  })

  it('accepts every growth that is rounded rightly, and finds the one that is a digit off', () => {
    const counts = fc.integer({ min: 1000, max: 9999 })
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        fc.pre(after > before)
        const tenths = Math.round(((after - before) * 1000) / before)
        fc.pre(((after - before) * 2000) % before !== 0)
        const say = (n: number) => `企业从${before}家增加到${after}家，增长${(n / 10).toFixed(1)}%。`
        expect(told(say(tenths))).toEqual([])
        expect(told(say(tenths + 20))[0]).toMatch(/^growth/)
      }),
      { numRuns: 100 },
    )
  })
})
