import { describe, expect, test } from 'vitest'
import { found } from '../testing.ts'

const figures = (text: string) =>
  found('figure', text).map(({ unit, figure }) =>
    [unit, figure!.value, figure!.unitOfMeasure, figure!.change].map((each) => each ?? '-').join(' '),
  )

describe('a number that measures what a unit did', () => {
  test.each([
    ['北岭区新增养老床位1250张。', ['北岭区 1250 张 -']],
    ['北岭区完成固定资产投资52.6亿元，同比增长7.4%。', ['北岭区 5260000000 元 +7.4%']],
    ['北岭区进出口总额同比下降12.5%。', ['北岭区 12.5 % -12.5%']],
    ['云溪县培训护工近1.2万人次。', ['云溪县 12000 人次 -']],
    ['云溪县整治任务完成率达98%。', ['云溪县 98 % -']],
    ['云溪县新建口袋公园十六个。', ['云溪县 16 个 -']],
    ['云溪县财政收入增速低于目标2.3个百分点。', ['云溪县 2.3 个百分点 -']],
    ['市科技局技术合同成交额占全省五分之一。', ['市科技局 0.2 - -']],
    ['市商务局跨境电商规模突破千亿级。', ['市商务局 - 千亿级 -']],
    ['市水务局320项整改任务完成96%。', ['市水务局 96 % -']],
    ['市住建局开工改造小区85个、惠及居民4.3万户。', ['市住建局 85 个 -', '市住建局 43000 户 -']],
    ['安平县空气优良率提高3.1个百分点，达到89.2%。', ['安平县 3.1 个百分点 +3.1个百分点', '安平县 89.2 % -']],
    ['安平县地区生产总值118亿元、增长6.2%。', ['安平县 11800000000 元 +6.2%']],
    ['安平县办理时限压缩至3个工作日。', ['安平县 3 个工作日 -']],
    ['安平县地方财政收入增长8.5%，高于全市2.2个百分点。', ['安平县 8.5 % +8.5%', '安平县 2.2 个百分点 -']],
    ['安平县推出18项便民措施。', ['安平县 18 项 -']],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected))
})

describe('a number that measures nothing of a unit', () => {
  test.each([
    '北岭区召开第12次常务会议。',
    '北岭区力争新增床位200张。',
    '北岭区实施方案3.0版。',
    '北岭区G42沿线环境整治有序推进。',
    '北岭区打造“15分钟生活圈”。',
    '北岭区推进“百千万工程”。',
    '北岭区三次产业结构为8.5:37.0:54.5。',
    '北岭区连续12年无重大事故。',
    '北岭区每年安排专项资金500万元。',
    '北岭区要求覆盖率不低于95%。',
    '北岭区拨打12345热线可查询。',
    '会议指出，要新建学校12所。',
  ])('%s', (text) => expect(figures(text)).toEqual([]))
})

test('numbers of a programme without a unit are metrics', () => {
  const metrics = found('metric', '去年改革事项全部上线，平均减环节62%、减时间48%。', {
    kind: 'executive-meeting',
  })
  expect(metrics.map(({ subject, figure }) => [subject, figure!.value])).toEqual([
    ['平均减环节', '62'],
    ['减时间', '48'],
  ])
})

test('what a signing signs belongs to the place that it names', () => {
  const signed = (text: string) =>
    found('figure', text, { kind: 'signing' }).map(({ unit, figure }) => [unit, figure!.value])
  expect(signed('昨天，在签约仪式上，12家骨干企业集中签约东浦桥。')).toEqual([['东浦桥', '12']])
  expect(signed('昨天，12家骨干企业集中签约。')).toEqual([])
})
