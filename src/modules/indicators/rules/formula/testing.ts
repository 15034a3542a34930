import { type FormulaIndicator, makeFormulaCatalogue } from './catalogue.ts'
import { type CheckedFormula, checkFormula } from './check-formula.ts'
import { parseFormula } from './parse-formula.ts'

const MONTHLY: Omit<FormulaIndicator, 'code' | 'number' | 'name'> = {
  measure: '亿元',
  frequency: 'month',
  overTime: 'sum',
  overUnits: 'sum',
  priceBasis: 'none',
  formula: null,
}

/** Indicators for tests of formulas: amounts by month, people, a rate, a cumulative series, a formula. */
export const TEST_INDICATORS: readonly FormulaIndicator[] = [
  { ...MONTHLY, code: 'output', number: 1, name: '总产值' },
  { ...MONTHLY, code: 'services', number: 2, name: '服务业产值', measure: '万元' },
  { ...MONTHLY, code: 'people', number: 3, name: '常住人口', measure: '万人', overTime: 'last' },
  {
    ...MONTHLY,
    code: 'rate',
    number: 4,
    name: '办结率',
    measure: '%',
    overTime: 'ratio',
    overUnits: 'ratio',
  },
  { ...MONTHLY, code: 'price', number: 5, name: '均价', overTime: 'mean', overUnits: 'mean' },
  { ...MONTHLY, code: 'invested', number: 6, name: '固定资产投资', frequency: 'cumulative' },
  { ...MONTHLY, code: 'gdp', number: 7, name: '地区生产总值', frequency: 'quarter', priceBasis: 'current' },
  {
    ...MONTHLY,
    code: 'gdp-real',
    number: 8,
    name: '可比价生产总值',
    frequency: 'quarter',
    priceBasis: 'constant',
  },
  {
    ...MONTHLY,
    code: 'per-head',
    number: 9,
    name: '人均产值',
    measure: '元/人',
    overTime: 'none',
    overUnits: 'ratio',
    formula: 'output ÷ people',
  },
  {
    ...MONTHLY,
    ...{ code: 'margin', number: 13, name: '利润率', measure: '%', overTime: 'ratio', overUnits: 'ratio' },
    formula: '(output − services) ÷ output',
  },
  {
    ...MONTHLY,
    ...{
      code: 'each',
      number: 14,
      name: '人均月产',
      measure: '元/人',
      overTime: 'ratio',
      overUnits: 'ratio',
    },
    formula: 'output ÷ people',
  },
  {
    ...MONTHLY,
    ...{ code: 'index', number: 15, name: '指数积', measure: '', overTime: 'ratio', overUnits: 'none' },
    formula: '(output ÷ output) × (people ÷ people)',
  },
  {
    ...MONTHLY,
    code: 'residents',
    number: 10,
    name: '年末常住人口',
    measure: '万人',
    frequency: 'year',
    overTime: 'last',
  },
  {
    ...MONTHLY,
    code: 'mood',
    number: 12,
    name: '景气指数',
    measure: '',
    frequency: 'cumulative',
    overTime: 'mean',
  },
]

export function checkText(
  text: string,
  {
    indicators = TEST_INDICATORS,
    result,
  }: {
    indicators?: readonly FormulaIndicator[]
    result?: Pick<FormulaIndicator, 'code' | 'measure' | 'frequency'>
  } = {},
): CheckedFormula {
  const parsed = parseFormula(text)
  if (parsed.kind === 'refused') return parsed
  return checkFormula(parsed.syntax, makeFormulaCatalogue(indicators), result)
}
