import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimMeasure, FigureClaim } from './claim.ts'
import type { FigureNumbers } from './figure-numbers.ts'
import { judgeFigure } from './judge-figure.ts'

const claim = (value: string | null, rest: Partial<FigureClaim> = {}): FigureClaim => ({
  kind: 'figure',
  subject: '港口吞吐',
  period: null,
  quote: [],
  value,
  unitOfMeasure: '元',
  qualifier: null,
  change: null,
  isTarget: false,
  ...rest,
})
const known = (level: string | null, rest: Partial<FigureNumbers> = {}): FigureNumbers => ({
  period: '2023',
  level,
  measure: '亿元',
  growth: null,
  pointsChange: null,
  share: null,
  done: null,
  target: null,
  targetGrowth: null,
  ...rest,
})
const judged = (figure: FigureClaim, numbers: FigureNumbers, measure: ClaimMeasure = 'level') => {
  const { verdict, reasons } = judgeFigure(figure, measure, numbers)
  return [verdict, ...reasons]
}

describe('Printed precision', () => {
  it.each([
    // Printed as 2500亿元: one of the last place is 1亿.
    ['2500', ['confirmed', 'figure-exact']],
    ['2500.4', ['confirmed', 'figure-rounds']],
    ['2499.5', ['confirmed', 'figure-rounds']],
    ['2500.6', ['confirmed', 'figure-truncates']],
    ['2501', ['contradicted', 'figure-differs']],
    ['2499.4', ['contradicted', 'figure-differs']],
    ['25000', ['contradicted', 'figure-differs']],
  ])('2500亿元 against %s', (level, verdict) => {
    expect(judged(claim('250000000000', { quote: ['全年完成2500亿元。'] }), known(level))).toEqual(verdict)
  })

  it('one decimal of 万: 1.1万 of 11,234', () => {
    const figure = claim('11000', { unitOfMeasure: '名', quote: ['新增1.1万名'] })
    expect(judged(figure, known('11234', { measure: '人' }))).toEqual(['confirmed', 'figure-rounds'])
    expect(judged(figure, known('1.16', { measure: '万人' }))).toEqual(['confirmed', 'figure-truncates'])
    expect(judged(figure, known('1.2', { measure: '万人' }))).toEqual(['contradicted', 'figure-differs'])
  })

  it.each([
    ['2800余万元', '28000000', '2850', 'confirmed'],
    ['2800余万元', '28000000', '2900', 'contradicted'],
    ['28.9億元', '2890000000', '289400', 'confirmed'],
    ['28.9億元', '2890000000', '290100', 'contradicted'],
  ])('the numeral is found in %s', (quote, value, level, verdict) => {
    const figure = claim(value, { quote: [quote], qualifier: quote.includes('余') ? '余' : null })
    expect(judged(figure, known(level, { measure: '万元' }))[0]).toBe(verdict)
  })

  it('260万千瓦时 is 260 times 万, not 万千', () => {
    const figure = claim('2600000', { unitOfMeasure: '千瓦时', quote: ['年发电260万千瓦时'] })
    expect(judged(figure, known('260.4', { measure: '万千瓦时' }))).toEqual(['confirmed', 'figure-rounds'])
    expect(judged(figure, known('262', { measure: '万千瓦时' }))[0]).toBe('contradicted')
  })

  it('without the sentence a round number may have been printed in 万: then only what holds either way is told', () => {
    const figure = claim('11000', { unitOfMeasure: '人' })
    expect(judged(figure, known('11000', { measure: '人' }))).toEqual(['confirmed', 'figure-exact'])
    expect(judged(figure, known('11234', { measure: '人' }))).toEqual(['unknown', 'precision-unclear'])
    expect(judged(figure, known('14000', { measure: '人' }))).toEqual(['contradicted', 'figure-differs'])
    expect(judged(claim('60', { unitOfMeasure: '家' }), known('64', { measure: '家' }))[0]).toBe(
      'contradicted',
    )
  })

  it('rounds and cuts as whole numbers do, at any precision and sign of the value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 999 }),
        (thousandths, printed) => {
          const level = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`
          const text = `${Math.floor(printed / 10)}.${printed % 10}`
          const figure = claim(text, { unitOfMeasure: '%', quote: [`占${text}%`] })
          const verdict = judged(figure, known(level, { measure: '%' }))
          const rounded = Math.floor((thousandths + 50) / 100)
          const cut = Math.floor(thousandths / 100)
          if (thousandths === printed * 100) expect(verdict).toEqual(['confirmed', 'figure-exact'])
          else if (rounded === printed) expect(verdict).toEqual(['confirmed', 'figure-rounds'])
          else if (cut === printed) expect(verdict).toEqual(['confirmed', 'figure-truncates'])
          else expect(verdict).toEqual(['contradicted', 'figure-differs'])
        },
      ),
    )
  })
})

describe('Qualifiers', () => {
  it.each<[string, string, string, string]>([
    ['近', '450', '449.2', 'confirmed'],
    ['近', '450', '460', 'contradicted'],
    ['近', '450', '300', 'contradicted'],
    ['超', '450', '450', 'confirmed'],
    ['超', '450', '449.9', 'contradicted'],
    ['超', '450', '900', 'confirmed'],
    ['以上', '450', '451', 'confirmed'],
    ['约', '450', '465', 'confirmed'],
    ['左右', '450', '480', 'contradicted'],
    ['余', '450', '458', 'confirmed'],
    ['余', '450', '460', 'contradicted'],
    ['多', '60', '69', 'confirmed'],
    ['多', '60', '59', 'contradicted'],
    ['不到', '450', '450', 'contradicted'],
    ['不到', '450', '449', 'confirmed'],
    ['以内', '450', '450', 'confirmed'],
    ['达', '450', '450', 'confirmed'],
    ['疑似', '450', '450', 'unknown'],
  ])('%s %s of %s: %s', (qualifier, value, level, verdict) => {
    const figure = claim(value, { unitOfMeasure: '家', qualifier, quote: [`${qualifier}${value}家`] })
    expect(judged(figure, known(level, { measure: '家' }))[0]).toBe(verdict)
  })

  it('far above what was printed is said', () => {
    const figure = claim('450', { unitOfMeasure: '家', qualifier: '超' })
    expect(judged(figure, known('900', { measure: '家' }))).toEqual(['confirmed', 'figure-far-above'])
  })
})

describe('Units of measure', () => {
  it('亿元 and 万元 are one thing, classifiers count alike, money and people do not', () => {
    const figure = claim('120000000', { quote: ['1.2亿元'] })
    expect(judged(figure, known('12000', { measure: '万元' }))[0]).toBe('confirmed')
    expect(judged(figure, known('1.2', { measure: '万元' }))[0]).toBe('contradicted')
    expect(judged(figure, known('1.2', { measure: '万人' }))).toEqual(['unknown', 'measure-differs'])
    expect(judged(claim('60', { unitOfMeasure: '家' }), known('60', { measure: '个' }))[0]).toBe('confirmed')
  })

  it('percentage points are a difference and never the level', () => {
    const points = claim('2.1', { unitOfMeasure: '个百分点' })
    expect(judged(points, known('2.1', { measure: '%', pointsChange: '5' }))[0]).toBe('contradicted')
    expect(judged(points, known('90', { measure: '%', pointsChange: '2.13' }))).toEqual([
      'confirmed',
      'figure-rounds',
    ])
    expect(judged(points, known('2.1', { measure: '%' }))).toEqual(['unknown', 'growth-missing'])
  })

  it('per cent of money is its growth', () => {
    const growth = claim('7.4', { unitOfMeasure: '%' })
    expect(judged(growth, known('450', { growth: '7.38' }))[0]).toBe('confirmed')
    expect(judged(growth, known('450'))).toEqual(['unknown', 'growth-missing'])
    expect(judged(claim('7.4', { unitOfMeasure: '元' }), known('450', { growth: '7.4' }), 'growth')[1]).toBe(
      'measure-differs',
    )
  })
})

describe('Growth beside the figure', () => {
  const both = claim('45000000000', {
    qualifier: '超',
    change: '+7.38%',
    quote: ['超450亿元，同比增长7.38%'],
  })
  it.each([
    ['455', '7.381', ['confirmed', 'figure-within-words', 'growth-holds', 'figure-rounds']],
    ['455', '7.5', ['contradicted', 'growth-differs']],
    ['440', '7.38', ['contradicted', 'figure-differs']],
    ['455', null, ['unknown', 'growth-missing']],
    ['440', null, ['contradicted', 'figure-differs']],
  ])('%s and %s', (level, growth, verdict) => {
    expect(judged(both, known(level, { growth }))).toEqual(verdict)
  })

  it('a fall is a fall', () => {
    const fall = claim(null, { change: '-3%' })
    expect(judged(fall, known('9', { growth: '-3.2' }))[0]).toBe('confirmed')
    expect(judged(fall, known('9', { growth: '3.2' }))[0]).toBe('contradicted')
  })

  it('1.1倍 more is 110 % more', () => {
    const twofold = claim(null, { change: '+1.1倍' })
    expect(judged(twofold, known('9', { growth: '112.3' }))[0]).toBe('confirmed')
    expect(judged(twofold, known('9', { growth: '121' }))[0]).toBe('contradicted')
    expect(judged(twofold, known('9', { growth: '1.1' }))[0]).toBe('contradicted')
  })

  it('said twice is judged once, with the qualifier of neither lost', () => {
    const twice = claim('50', { unitOfMeasure: '%', change: '+50%' })
    const visitors = { measure: '万人次' }
    expect(judged(twice, known('900', { ...visitors, growth: '50.2' }))).toEqual([
      'confirmed',
      'growth-holds',
      'figure-rounds',
    ])
    expect(judged(twice, known('900', { ...visitors, growth: '51.5' }))[0]).toBe('contradicted')
    expect(judged({ ...twice, qualifier: '约' }, known('900', { ...visitors, growth: '51.5' }))[0]).toBe(
      'confirmed',
    )
  })
})

describe('Shares, completion, targets', () => {
  it('a quarter of the city in words reads as about, and keeps numerator and denominator', () => {
    const share = { part: '26', whole: '100' }
    const figure = claim('0.25', { unitOfMeasure: null })
    expect(judged(figure, known('26', { share }), 'share')[0]).toBe('confirmed')
    expect(judged(figure, known('40', { share: { part: '40', whole: '100' } }), 'share')[0]).toBe(
      'contradicted',
    )
    expect(judged(claim('26', { unitOfMeasure: '%' }), known('26', { share }), 'share')[0]).toBe('confirmed')
    const { numbers } = judgeFigure(figure, 'share', known('26', { share }))
    expect(numbers[0]).toMatchObject({ numerator: '26', denominator: '100', actual: '0.26' })
    expect(judged(figure, known('26'), 'share')).toEqual(['unknown', 'figure-missing'])
  })

  it('九成以上 of an indicator in per cent', () => {
    const tenths = claim('0.9', { unitOfMeasure: null, qualifier: '以上' })
    expect(judged(tenths, known('96.2', { measure: '%' }))[0]).toBe('confirmed')
    expect(judged(tenths, known('89.9', { measure: '%' }))[0]).toBe('contradicted')
    expect(judged({ ...tenths, qualifier: null }, known('91', { measure: '%' }))[0]).toBe('confirmed')
  })

  it('94 % of 450 tasks', () => {
    const figure = claim('94', { unitOfMeasure: '%' })
    expect(
      judged(figure, known('423', { measure: '项', done: { actual: '423', target: '450' } }), 'done')[0],
    ).toBe('confirmed')
    expect(
      judged(figure, known('400', { measure: '项', done: { actual: '400', target: '450' } }), 'done')[0],
    ).toBe('contradicted')
    expect(judged(figure, known('4', { done: { actual: '4', target: '0' } }), 'done')).toEqual([
      'unknown',
      'figure-missing',
    ])
  })

  it('a target is held against the target and never against what was reached', () => {
    const target = claim('50000000000', { isTarget: true, quote: ['力争500亿元'] })
    expect(judged(target, known('500'))).toEqual(['unknown', 'target-missing'])
    expect(judged(target, known('300', { target: '500' }))).toEqual([
      'confirmed',
      'target-holds',
      'figure-exact',
    ])
    expect(judged(target, known('500', { target: '480' }))).toEqual(['contradicted', 'target-differs'])
  })

  it('a target of growth is held against the target of growth', () => {
    const aim = claim(null, { change: '+5%', isTarget: true })
    expect(judged(aim, known('300', { growth: '5' }))).toEqual(['unknown', 'target-missing'])
    expect(judged(aim, known('300', { growth: '7', targetGrowth: '5' }))).toEqual([
      'confirmed',
      'target-holds',
      'figure-exact',
    ])
    expect(judged(aim, known('300', { growth: '5', targetGrowth: '6' }))).toEqual([
      'contradicted',
      'target-differs',
    ])
  })

  it.each(['1,000', '约500', '', '1e5', '五百'])('the value %j is no number', (value) => {
    expect(judged(claim(value), known('300'))).toEqual(['unknown', 'figure-not-a-number'])
  })

  it('without a number, or without a value, nothing can be known', () => {
    expect(judged(claim(null, { unitOfMeasure: '百亿级' }), known('300'))).toEqual([
      'unknown',
      'figure-not-a-number',
    ])
    expect(judged(claim('300'), known(null))).toEqual(['unknown', 'figure-missing'])
    expect(judged(claim('3', { change: '+3成' }), known('3', { measure: '元' }))).toEqual([
      'unknown',
      'measure-unreadable',
    ])
  })
})
