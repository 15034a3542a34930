import { describe, expect, it } from 'vitest'
import { readReport } from '../../../reports/index.ts'
import { checkFigures } from './check-figures.ts'

const told = (text: string) => checkFigures(readReport(text)).map(({ kind, cause }) => `${kind} ${cause}`)

/** What is told of the second when the first is sound: kind and cause, the faulty text, the sound one. */
type Case = readonly [finding: string, faulty: string, sound: string]

const SUMS: readonly Case[] = [
  [
    'sum digits-swapped',
    '出口总值2184.3亿元，增长6.1%。其中，甲区1302.5亿元，增长8.4%；乙区818.8亿元，增长2.9%。',
    '出口总值2184.3亿元，增长6.1%。其中，甲区1302.5亿元，增长8.4%；乙区881.8亿元，增长2.9%。',
  ],
  ['sum digits-swapped', '提案共742件（建议418件、提案342件）。', '提案共742件（建议418件、提案324件）。'],
  [
    'sum digits-swapped',
    '资金共1.2亿元，由两级分担，市级承担7200万元，区级承担8400万元。',
    '资金共1.2亿元，由两级分担，市级承担7200万元，区级承担4800万元。',
  ],
  [
    'part ten-thousand',
    '新增岗位59.5万个，其中农村岗位11.8亿个。',
    '新增岗位59.5万个，其中农村岗位11.8万个。',
  ],
]

const GROWTH: readonly Case[] = [
  [
    'increase digit-changed',
    '优良天数158天，去年同期为149天，增加19天。',
    '优良天数158天，去年同期为149天，增加9天。',
  ],
  [
    'growth digits-swapped',
    '到位内资286.4亿元，比上年同期的251.2亿元增长41.0%。',
    '到位内资286.4亿元，比上年同期的251.2亿元增长14.0%。',
  ],
  ['growth base', '企业达到2860家，是2018年1144家的1.5倍。', '企业达到2860家，是2018年1144家的2.5倍。'],
  ['direction ten-thousand', '投入从290亿元增加到724万元。', '投入从290亿元增加到724亿元。'],
  [
    'growth direction',
    '费用为31.8亿元，去年同期26.4亿元，下降20.5%。',
    '费用为31.8亿元，去年同期26.4亿元，增长20.5%。',
  ],
]

const RATES: readonly Case[] = [
  [
    'share digit-changed',
    '应完成改造任务520个，目前已完成468个，完成率80%。',
    '应完成改造任务520个，目前已完成468个，完成率90%。',
  ],
  [
    'share digit-changed',
    '完成投资3216亿元，占年度计划3000亿元的117.2%。',
    '完成投资3216亿元，占年度计划3000亿元的107.2%。',
  ],
  [
    'points points-percent',
    '按时办结率由96.2%提高到97.4%，提高1.2%。',
    '按时办结率由96.2%提高到97.4%，提高1.2个百分点。',
  ],
  ['points points-percent', '预算收入同比增长7.3个百分点。', '预算收入同比增长7.3%。'],
  ['points points-percent', '城镇登记失业率为4.2个百分点。', '城镇登记失业率为4.2%。'],
  ['comparison wrong-word', '5月份用电量同比4月份增长2.3%。', '5月份用电量环比4月份增长2.3%。'],
]

const WORDS: readonly Case[] = [
  [
    'rank impossible',
    '参加评比的28家单位中，市水务局名列第二十九。',
    '参加评比的28家单位中，市水务局名列第十八。',
  ],
  ['rank impossible', '较上期上升2个位次，由第7位升至第4位。', '较上期上升2个位次，由第7位升至第5位。'],
  ['date impossible', '自2024年3月15日起至2024年2月15日止。', '自2024年3月15日起至2024年4月15日止。'],
  ['count unknown', '东岸区、北屏区和南港区四个区完成进度。', '东岸区、北屏区和南港区三个区完成进度。'],
  ['vague wrong-word', '参加人数近2万人以上。', '参加人数近2万人。'],
  [
    'numbering wrong-word',
    '要做到：一是抓项目。二是抓服务。四是抓作风。',
    '要做到：一是抓项目。二是抓服务。三是抓作风。',
  ],
]

const LINES: readonly Case[] = [
  [
    'sum digits-swapped',
    '投资情况（单位：亿元）\n东岸区：86.2\n北屏区：72.9\n合计：195.1',
    '投资情况（单位：亿元）\n东岸区：86.2\n北屏区：72.9\n合计：159.1',
  ],
  [
    'share digits-swapped',
    '区\t任务数\t完成数\t完成率\n东区\t120\t108\t90.0%\n北区\t96\t84\t87.5%\n南区\t80\t60\t57.0%',
    '区\t任务数\t完成数\t完成率\n东区\t120\t108\t90.0%\n北区\t96\t84\t87.5%\n南区\t80\t60\t75.0%',
  ],
  [
    'growth digit-changed',
    '| 区 | 2023年 | 2024年 | 增幅 |\n|---|---|---|---|\n| 东区 | 86.2 | 94.8 | 10.0% |\n| 北区 | 72.9 | 78.7 | 9.0% |\n| 南区 | 65.4 | 70.0 | 7.0% |',
    '| 区 | 2023年 | 2024年 | 增幅 |\n|---|---|---|---|\n| 东区 | 86.2 | 94.8 | 10.0% |\n| 北区 | 72.9 | 78.7 | 8.0% |\n| 南区 | 65.4 | 70.0 | 7.0% |',
  ],
  [
    'period wrong-word',
    '关于2024年上半年运行情况的通报\n\n一季度，全市运行总体平稳，主要指标好于预期。',
    '关于2024年上半年运行情况的通报\n\n上半年，全市运行总体平稳，主要指标好于预期。',
  ],
]

describe.each([
  ['sums and parts', SUMS],
  ['growth and its base', GROWTH],
  ['shares, rates and points', RATES],
  ['ranks, days, lists and words', WORDS],
  ['short lines, tables and titles', LINES],
])('Of %s', (_, cases) => {
  it.each(cases)('tells %s, and leaves the sound text alone', (finding, faulty, sound) => {
    expect([told(faulty), told(sound)]).toEqual([[finding], []])
  })
})

/** Each was told wrongly once. */
describe('Says nothing of', () => {
  it.each([
    ['ages, which are no parts', '老年人口14.2万人，其中60岁以上9.9万人、65岁及以上10.9万人。'],
    ['means, which do not add up', '居民人均可支配收入42186元，其中城镇居民48962元，农村居民26714元。'],
    ['some of the parts', '推出三批共126项举措，前两批分别为48项和42项。'],
    [
      'a whole that stands before another semicolon',
      '收入398.6亿元，其中税收326.4亿元；支出586.2亿元，增长2.9%。',
    ],
    [
      'a total of things whose figures are not printed',
      '税收326.4亿元；支出586.2亿元，其中教育、社保、卫生三项支出合计268.4亿元。',
    ],
    ['a part of something else', '已开工245个，开工率58.6%；已投产96个，投产率23.0%。'],
    ['what is more than before', '争取资金218亿元，比去年同期多26亿元，增长13.5%。'],
    ['a base that is named as such', '新建公园64个，较去年的50个增加14个，增长28%。'],
    ['a contract, which is not about', '企业签约400家，去年同期320家，增长25%。'],
    [
      'an increase of something else',
      '办理时间由2.4个工作日缩短至2.1个工作日，当场办结件比上季度增加1.26万件，增长4.8%。',
    ],
    ['grades of a closed list', '从6家单位中评出优秀2家、良好3家、合格1家。'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})
