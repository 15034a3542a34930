import { describe, expect, test } from 'vitest'
import { found } from '../testing.ts'

const shortfalls = (text: string) =>
  found('shortfall', text).map(({ unit, subject }) => `${unit ?? '-'} ${subject}`)

describe('where the gap lies', () => {
  test.each([
    ['北岭区粮食增产。差距主要在技改投资和社零增速上。', ['北岭区 技改投资', '北岭区 社零增速']],
    ['北岭区稳步发展。但在人才引育、用地保障等方面还有不小差距。', ['北岭区 人才引育', '北岭区 用地保障']],
    [
      '北岭区稳步发展。但厂房腾退、桥梁检修、渔港疏浚三项进展偏慢。',
      ['北岭区 厂房腾退', '北岭区 桥梁检修', '北岭区 渔港疏浚'],
    ],
    ['云溪县粮食增产，但非法采砂屡禁不止。', ['云溪县 非法采砂屡禁不止']],
  ])('%s', (text, expected) => {
    expect(shortfalls(text)).toEqual(expected)
  })

  test.each([
    '北岭区坚持问题导向，短板加快补齐，差距不断缩小。',
    '北岭区上述三个问题已经全部整改到位。',
    '要在缩小城乡差距上持续用力。',
  ])('%s says nothing is short', (text) => {
    expect(shortfalls(text)).toEqual([])
  })
})
