import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, FigureClaim } from './claim.ts'
import { readSubject } from './read-subject.ts'
import { indexIndicators, suggestIndicators } from './suggest-indicators.ts'

const catalogue = [
  ['地区生产总值', ['GDP', '生产总值'], '亿元'],
  ['社会消费品零售总额', [], '亿元'],
  ['固定资产投资', ['固投'], '亿元'],
  ['规模以上工业总产值', [], '亿元'],
  ['进出口总额', [], '亿元'],
  ['出口总额', [], '亿元'],
  ['城镇居民人均可支配收入', [], '元'],
  ['农村居民人均可支配收入', [], '元'],
  ['一般公共预算收入', [], '亿元'],
  ['一般公共预算支出', [], '亿元'],
  ['保障性租赁住房供应量', [], '套'],
  ['保障性租赁住房筹措完成率', [], '%'],
  ['森林覆盖率', [], '%'],
  ['粮食单产', ['粮食亩产'], '公斤'],
  ['港口集装箱吞吐量', [], '万标准箱'],
  ['工业投资增速', [], '%'],
] as const
const names = catalogue.map(([name, aliases, measure], at) => ({ indicator: at + 1, name, aliases, measure }))
const index = indexIndicators(names, ['泊江市', '泊江', '青渡区', '青渡', '全市', '郊区'])

const rank = (subject: string): Claim => ({
  kind: 'rank',
  subject,
  period: null,
  quote: [],
  scope: '全市',
  position: 1,
  streakYears: null,
})
const figure = (subject: string, unitOfMeasure: string | null, rest: Partial<FigureClaim> = {}): Claim => ({
  kind: 'figure',
  subject,
  period: null,
  quote: [],
  value: '12',
  unitOfMeasure,
  qualifier: null,
  change: null,
  isTarget: false,
  ...rest,
})
const bestOf = (claim: Claim) => {
  const { best } = suggestIndicators(claim, index)
  return best && `${names[best.indicator - 1]!.name} ${best.measure}`
}

describe('A claim is matched', () => {
  it.each([
    ['地区生产总值', '地区生产总值 level'],
    ['GDP增速', '地区生产总值 growth'],
    ['ｇｄｐ 同比增长', '地区生产总值 growth'],
    ['青渡区地区生产总值增幅', '地区生产总值 growth'],
    ['社零总额增速', '社会消费品零售总额 growth'],
    ['社零额', '社会消费品零售总额 level'],
    ['规上工业总产值', '规模以上工业总产值 level'],
    ['全市固定资产投资同比增速', '固定资产投资 growth'],
    ['出口额', '出口总额 level'],
    ['外贸进出口总额', '进出口总额 level'],
    ['出口总额占全市比重', '出口总额 share'],
    ['保租房供应完成度', '保障性租赁住房供应量 done'],
    ['保障性租赁住房供应进度', '保障性租赁住房供应量 done'],
    ['保障性租赁住房筹措完成比例', '保障性租赁住房筹措完成率 level'],
    ['农村居民人均可支配收入增幅', '农村居民人均可支配收入 growth'],
    ['“粮食亩产”', '粮食单产 level'],
    ['集装箱吞吐量', '港口集装箱吞吐量 level'],
    ['工业投资增速', '工业投资增速 level'],
    ['森林覆盖率', '森林覆盖率 level'],
  ])('%s: %s', (subject, expected) => {
    expect(bestOf(rank(subject))).toBe(expected)
  })

  it('says why', () => {
    expect(suggestIndicators(rank('社零总额增速'), index).best!.because).toEqual([
      { code: 'name-abbreviation', name: '社会消费品零售总额' },
      { code: 'growth-of-indicator' },
    ])
    expect(suggestIndicators(rank('粮食亩产'), index).best!.because).toEqual([
      { code: 'name-equal', name: '粮食亩产' },
    ])
  })
})

describe('Nothing is guessed', () => {
  it.each([
    '党建共同体成员',
    '满意度',
    '人口',
    '营商环境',
    '规模以上工业企业数',
    '城乡居民人均可支配收入比',
    '一站式执法办案中心',
    '收入',
    '投资',
    '增速',
    '',
  ])('for %j', (subject) => {
    expect(bestOf(rank(subject))).toBeNull()
  })

  it('between two that are equally near', () => {
    const twins = indexIndicators(
      [
        { indicator: 1, name: '东部码头货物吞吐量', aliases: [], measure: '万吨' },
        { indicator: 2, name: '西部码头货物吞吐量', aliases: [], measure: '万吨' },
      ],
      [],
    )
    const { best, all } = suggestIndicators(rank('码头货物吞吐量'), twins)
    expect([best, all.map(({ indicator }) => indicator)]).toEqual([null, [1, 2]])
  })

  it('nor is the first of its kind an indicator', () => {
    expect(
      bestOf({ kind: 'first', subject: '地区生产总值', period: null, quote: [], scope: '全国' }),
    ).toBeNull()
  })

  it('one word in place of its opposite is another indicator', () => {
    const { all } = suggestIndicators(rank('农村居民人均可支配收入'), index)
    expect(all.map(({ indicator }) => names[indicator - 1]!.name)).not.toContain('城镇居民人均可支配收入')
    const supply = suggestIndicators(rank('保障性租赁住房筹措量'), index)
    expect(supply.best?.indicator).not.toBe(11)
    expect(bestOf(rank('一般公共预算支出'))).toBe('一般公共预算支出 level')
  })
})

describe('The unit of measure of a figure', () => {
  it('that fits is said, one that differs lets nothing through but an equal name at half', () => {
    const fits = suggestIndicators(figure('社会消费品零售总额', '元'), index).best
    expect(fits?.because.map(({ code }) => code)).toEqual(['name-equal', 'unit-of-measure-fits'])
    expect(bestOf(figure('社会消费品零售总额', '人次'))).toBeNull()
    expect(bestOf(figure('保障性租赁住房供应', '套'))).toBe('保障性租赁住房供应量 level')
    expect(bestOf(figure('社会消费品零售总额', '%'))).toBe('社会消费品零售总额 growth')
    expect(bestOf(figure('森林覆盖率', '个百分点'))).toBe('森林覆盖率 level')
    expect(bestOf(figure('森林覆盖率', '%'))).toBe('森林覆盖率 level')
  })
})

it('reads the measure from the end of the subject and keeps a core', () => {
  expect(readSubject('社零总额同比增速')).toEqual({ core: '社零总额', measure: 'growth' })
  expect(readSubject('增速')).toEqual({ core: '增速', measure: 'level' })
  expect(readSubject('全市')).toEqual({ core: '全市', measure: 'level' })
  expect(readSubject('占比')).toEqual({ core: '占比', measure: 'level' })
  expect(readSubject('制造业增加值占GDP比重')).toEqual({ core: '制造业增加值', measure: 'share' })
})

it('every indicator finds itself by any of its names, whatever order the catalogue is in', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length }),
      fc.constantFrom(
        ...names.flatMap(({ indicator, name, aliases }) =>
          [name, ...aliases].map((text) => ({ indicator, text })),
        ),
      ),
      (order, { indicator, text }) => {
        const { best } = suggestIndicators(rank(text), indexIndicators(order, []))
        expect(best).toMatchObject({ indicator, measure: 'level', perMille: 1000 })
      },
    ),
  )
})
