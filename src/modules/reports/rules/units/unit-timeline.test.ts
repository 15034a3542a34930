import { describe, expect, test } from 'vitest'
import { readArticle } from '../statements/find-statements.ts'
import { reportOf, type TestReading } from '../statements/testing.ts'
import { findOwner } from './find-owner.ts'
import { gatherKnownNames } from './known-names.ts'

/** The unit at the start of every sentence. */
function unitsOf(text: string, options: TestReading = {}): (string | null)[] {
  const report = reportOf(text, options)
  const known = gatherKnownNames(report, options.register)
  const owner = findOwner(report, options.register, known)
  const reading = readArticle(report.articles[0]!, '2024-04', { known, owner, rows: [] })
  return reading.sentences.map((sentence) => reading.units.at(sentence.start).unit)
}

describe('a unit opens at the start of a sentence and carries over', () => {
  test.each([
    ['青原区新增绿地。全部建成。柏川县修渠。', ['青原区', '青原区', '柏川县']],
    ['一、青原区\n新增绿地。\n二、柏川县\n修渠。', ['青原区', '青原区', '柏川县', '柏川县']],
    ['1.青原区：新增绿地。2.柏川县：修渠。', ['青原区', '柏川县']],
    ['一季度，青原区新增绿地。去年，柏川县修渠。', ['青原区', '柏川县']],
    ['市财政局优化支付。市生态环境局加强监测。', ['市财政局', '市生态环境局']],
    ['青原区教育局新建学校。', ['青原区教育局']],
    ['临溪高新区引进企业。', ['临溪高新区']],
    ['青原區新增綠地。柏川縣修渠。', ['青原区', '柏川县']],
  ])('%s', (text, expected) => expect(unitsOf(text)).toEqual(expected))

  test('units that spoke are known whatever they are called', () => {
    const options = { speakingUnits: ['航投集团', '滨港新城'] }
    expect(unitsOf('航投集团扩建码头。滨港新城招商。', options)).toEqual(['航投集团', '滨港新城'])
  })

  test('communities open in the report of a town only', () => {
    const text = '云河镇召开比拼会\n青石村养蚕。\n朝晖社区老人多。新设食堂。'
    expect(unitsOf(text).slice(1)).toEqual(['青石村', '朝晖社区', '朝晖社区'])
    expect(unitsOf('柏川县2023年工作情况\n全县修路。朝晖社区老人多。').slice(1)).toEqual(['柏川县', '柏川县'])
  })

  test('a bureau that reports tells of itself, the bureau of statistics of all', () => {
    expect(unitsOf('县水利局汇报，修渠八里。蓄水增多。\n县民政局汇报：新设床位。')).toEqual([
      '县水利局',
      '县水利局',
      '县民政局',
    ])
    expect(unitsOf('县统计局汇报，生产总值增长。')).toEqual([null])
  })

  test('what the chair tells of a unit under its name is its own', () => {
    const options = { speakingUnits: ['青原区', '柏川县'] }
    expect(unitsOf('青原区先发言。市长说，上半年新增绿地九处。市长要求，要抓好项目。', options)).toEqual([
      '青原区',
      '青原区',
      null,
    ])
  })

  test('a unit named as an object opens nothing', () => {
    const options = { speakingUnits: ['青原区', '柏川县'] }
    expect(unitsOf('青原区联合柏川县办展。推动临江新区加快建设。', options)).toEqual(['青原区', '青原区'])
  })

  test('who spoke and who attended is no account', () => {
    expect(unitsOf('青原区委、柏川县委先后发言。市发改委通报情况。')).toEqual([null, null])
  })

  test('a speech ends the section', () => {
    expect(unitsOf('青原区新增绿地。\n市长指出，要抓好项目。')).toEqual(['青原区', null])
  })

  test('common words that end as names do open nothing', () => {
    expect(unitsOf('社区治理不断深化。农村面貌改善。市场活跃。中心城区更新。金融中心建设提速。')).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('the title says whose report it is, and 全县 means it', () => {
    const text = '柏川县2023年工作情况\n全县粮食增产。我县新建水库。'
    expect(unitsOf(text).slice(1)).toEqual(['柏川县', '柏川县'])
  })
})
