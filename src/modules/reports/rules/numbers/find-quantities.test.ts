import { describe, expect, test } from 'vitest'
import { findQuantities } from './find-quantities.ts'

const read = (text: string) =>
  findQuantities(text).map(({ value, unitOfMeasure, qualifier }) => [value, unitOfMeasure, qualifier])

describe('findQuantities', () => {
  test.each([
    ['新增养老床位1,250张', '1250', '张', null],
    ['投资52.22亿元', '5222000000', '元', null],
    ['服务游客近300万人次', '3000000', '人次', '近'],
    ['下派2.3万余名干部', '23000', '名', '余'],
    ['培训300多名护工', '300', '名', '多'],
    ['建成十六个口袋公园', '16', '个', null],
    ['完成率达到98.5%', '98.5', '%', null],
    ['提高1.5个百分点', '1.5', '个百分点', null],
    ['占全省三分之一', '0.3333333333333333', null, null],
    ['占全市1/5', '0.2', null, null],
    ['增长百分之十二点五', '12.5', '%', null],
    ['跨越千亿级', null, '千亿级', null],
    ['税收超3千万元', '30000000', '元', '超'],
    ['浓度28微克/立方米', '28', '微克/立方米', null],
    ['吞吐量120万标准箱', '1200000', '标准箱', null],
    ['发电三亿五千万千瓦时', '350000000', '千瓦时', null],
    ['满意率95%以上', '95', '%', '以上'],
  ])('%s', (text, value, unitOfMeasure, qualifier) => {
    expect(read(text)).toEqual([[value, unitOfMeasure, qualifier]])
  })

  test.each([
    '2023年3月15日',
    '第3次全体会议',
    'G42沿线',
    '方案3.0版',
    '1-11月',
    '一季度',
    '第二届',
    '拨打12345热线',
    '十四五规划',
    '2021-2025年',
    '1类新药',
    '三大行动',
  ])('%s has none', (text) => expect(read(text)).toEqual([]))
})
