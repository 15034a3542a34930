import { describe, expect, it } from 'vitest'
import { readReport } from '../../../reports/index.ts'
import { checkFigures } from './check-figures.ts'

const told = (text: string) => checkFigures(readReport(text)).map(({ kind, cause }) => `${kind} ${cause}`)

/** Sentences of somebody who had not read the rules; those that are sound were told wrongly once. */
describe('Says nothing of', () => {
  it.each([
    [
      'parts of the first number behind a list of states',
      '全市16个重大项目中，已完工3个，在建11个，未开工2个，开工率87.5%。其中青溪区4个、东港区5个、北湖区3个、其他区4个。',
    ],
    [
      'classes of all tasks behind their states',
      '任务共128项，已办结74项，正常推进49项，进度滞后5项，办结率57.8%。其中，市级任务52项，区级任务76项。',
    ],
    [
      'growth of two kinds with a base each',
      '6月份超期工单由5月份的142件增加到167件，环比上升17.6%，同比下降5.1%（去年同期176件）。',
    ],
    ['states that may lie in one another', '任务共128项，正在推进54项，滞后5项，已办结74项。'],
    [
      'a plan of all years beside one of the year',
      '项目计划总投资210亿元，累计完成投资93.4亿元，完成年度计划的66.7%。',
    ],
    ['a plan that is fulfilled', '新改建公路320公里，完成年度计划300公里的106.7%。'],
    ['a share of a plan past all of it', '完成投资3216亿元，占年度计划的107.2%。'],
    ['a quarter told as the months to its end', '2025年三季度运行情况通报\n\n今年前三季度，全市运行平稳。'],
    ['a move to a place that was kept', '居全省第3位，位次较一季度的第5位前移2位。'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})

describe('Tells', () => {
  it.each([
    ['states that are more than all', '全市16个重大项目中，已完工3个，在建12个，未开工2个。', 'sum'],
    ['kinds that are more than all', '新登记2.36万户，其中企业8120户、个体工商户1.65万户。', 'sum'],
    ['a plan', '新增就业7.86万人，年度目标9.0万人，完成年度目标的83%。', 'share'],
    ['a plan in another measure', '计划投资210亿元，完成93.4万元，完成年度计划的44.5%。', 'share'],
    [
      'the month before called the year before',
      '6月份工单由5月份的142件增加到167件，同比上升17.6%。',
      'comparison',
    ],
    ['a move that leads elsewhere', '居全省第3位，位次较一季度的第5位前移3位。', 'rank'],
    ['another move', '一季度排名第12位，二季度上升到第8位，前移5位。', 'rank'],
    ['places for each school', '新建幼儿园12所，新增学位4320个，平均每所380个。', 'per-person'],
    ['a share of more than all', '老年人口128.4万人，占户籍人口的136.2%。', 'over-hundred'],
    ['the other half of a year', '2025年三季度运行情况通报\n\n今年上半年，全市运行平稳。', 'period'],
  ])('%s', (_, text, kind) => {
    expect(checkFigures(readReport(text)).map((finding) => finding.kind)).toEqual([kind])
  })
})
