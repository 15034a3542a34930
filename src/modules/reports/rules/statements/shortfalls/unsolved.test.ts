import { describe, expect, test } from 'vitest'
import type { Article } from '../../model.ts'
import { found } from '../testing.ts'

const shortfalls = (text: string, kind: Article['kind'] = 'quarterly-review') =>
  found('shortfall', text, { kind }).map(({ unit, subject }) => `${unit ?? '-'} ${subject}`)

describe('problems that are not solved, admitted, or found in a notice', () => {
  test.each([
    [
      '安平县粮食增产，但灌渠年久失修、冷库容量不足的问题还没有解决。',
      ['安平县 灌渠年久失修', '安平县 冷库容量'],
    ],
    [
      '安平县稳步发展。目前，乡村医生待遇偏低、转诊通道不畅的问题至今没有根本解决。',
      ['安平县 乡村医生待遇', '安平县 转诊通道'],
    ],
    ['安平县发展平稳，但在绿色低碳、对外开放两个方面失分较多。', ['安平县 绿色低碳', '安平县 对外开放']],
    ['安平县的短板在于物流通道不畅、配套设施不完善。', ['安平县 物流通道', '安平县 配套设施']],
  ])('%s', (text, expected) => expect(shortfalls(text)).toEqual(expected))

  test('a notice names who is late and whose answers differ', () => {
    expect(shortfalls('石桥镇3次迟报。县水利局未按时报送台账。', 'inspection-notice')).toEqual([
      '石桥镇 3次迟报',
      '县水利局 未按时报送台账',
    ])
    expect(shortfalls('石桥镇对同一事项答复不一。', 'inspection-notice')).toHaveLength(1)
  })
})

describe('no problem of a unit', () => {
  test.each([
    '安平县群众反映的出行不便问题已经解决。',
    '安平县着力解决入学难问题。',
    '会议指出，要解决历史遗留的问题。',
    '安平县稳步提升，群众满意度不断提高。',
    '安平县不断完善机制。',
    '安平县没有发生较大事故。',
    '安平县得分较高。',
    '安平县破解灌渠年久失修难题。',
  ])('%s', (text) => expect(shortfalls(text)).toEqual([]))
})
