import { describe, expect, it } from 'vitest'
import { textOf } from './block.ts'
import { fold } from './fold.ts'
import { readLines } from './line.ts'
import { readBlocks } from './read-blocks.ts'

const read = (text: string) =>
  readBlocks(readLines(fold(text))).map((block) => `${block.kind} ${textOf(block)}`)

describe('printed lines become paragraphs', () => {
  it('joins lines wrapped inside words, numbers and their units', () => {
    expect(
      read(
        `　　本报讯 全市重点工程推进会\n昨天举行。会议要求，各区要抓\n紧开工，全年新增学位 1.2\n万个，新建 G60 沿线厂房近\n30 万平方米，做到早见成效。\n　　会议还研究了其他事项。`,
      ),
    ).toEqual([
      'body 本报讯全市重点工程推进会昨天举行。会议要求，各区要抓紧开工，全年新增学位1.2万个，新建G60沿线厂房近30万平方米，做到早见成效。',
      'body 会议还研究了其他事项。',
    ])
  })

  it('joins across blank lines that stand at random', () => {
    expect(
      read(
        '    本报讯 全市绿化工作会议\n\n昨天举行。会议指出，要把种\n树护绿放在重要位置，持续做\n\n好口袋公园建设，方便群众就\n\n近游憩。\n    会议强调，要管好已建绿地，\n落实养护责任，加强日常巡查\n\n和补种，做到建一片成一片。',
      ),
    ).toEqual([
      'body 本报讯全市绿化工作会议昨天举行。会议指出，要把种树护绿放在重要位置，持续做好口袋公园建设，方便群众就近游憩。',
      'body 会议强调，要管好已建绿地，落实养护责任，加强日常巡查和补种，做到建一片成一片。',
    ])
  })

  it('joins a paragraph that a column end cut in mid-sentence, and one cut before 但', () => {
    const long = '东湖区持续推进老旧管网改造和河道整治，全年完成改造任务一百二十公里，居民满意度稳步提高。'
    expect(
      read(`本报讯 昨天开会。\n\n${long}新建停\n\n车泊位完成进度全市第二。\n\n但在夜间养护上仍存不足。`),
    ).toEqual(['body 本报讯昨天开会。', `body ${long}新建停车泊位完成进度全市第二。但在夜间养护上仍存不足。`])
  })

  it('takes a marked pull quote out of a sentence and joins what it parted', () => {
    const quote = '要把群众身边的小事当作大事来办，用心用情做好每一项服务。'
    const blocks = read(
      `会上，东湖区先后发言，去年新开工项目完成率全市\n\n■ ${quote}\n\n第一。会议指出，${quote}`,
    )
    expect(blocks).toEqual([
      `body 会上，东湖区先后发言，去年新开工项目完成率全市第一。会议指出，${quote}`,
      `quote ${quote}`,
    ])
  })

  it('tells headlines before a body and after all bodies from wrapped lines', () => {
    expect(
      read(
        '织密城市安全网\n市长检查防汛工作\n　　本报讯 市长昨天检查防汛工\n作。他指出，要加密巡查，守牢\n底线，确保安全度汛不出问题。\n\n让城市更有韧性',
      ),
    ).toEqual([
      'headline 织密城市安全网',
      'headline 市长检查防汛工作',
      'body 本报讯市长昨天检查防汛工作。他指出，要加密巡查，守牢底线，确保安全度汛不出问题。',
      'headline 让城市更有韧性',
    ])
  })

  it('parts one huge line at ideographic indents and numbered headings', () => {
    const filler = '全市经济平稳运行，各项事业取得新进展，群众生活持续改善，城市面貌不断更新。'.repeat(9)
    expect(
      read(
        `某市政府工作报告 　　各位代表： 　　现在，我报告工作，请予审议。一、去年工作回顾 　　${filler} 　　二、今年工作安排 　　${filler}`,
      ),
    ).toEqual([
      'headline 某市政府工作报告',
      'body 各位代表：',
      'body 现在，我报告工作，请予审议。',
      'body 一、去年工作回顾',
      `body ${filler}`,
      'body 二、今年工作安排',
      `body ${filler}`,
    ])
  })

  it('reads each cell of a row of a table by itself', () => {
    expect(read('问题整改台账\n单位\t问题\t时限\n青石镇\t河道保洁不及时\t6月底前')).toEqual([
      'headline 问题整改台账',
      'body 单位',
      'body 问题',
      'body 时限',
      'body 青石镇',
      'body 河道保洁不及时',
      'body 6月底前',
    ])
  })

  it('keeps a date lead that follows a headline of the same width', () => {
    expect(
      read('县委召开三季度点评会\n10月12日下午，县委召开\n三季度工作点评会，听取\n各镇工作汇报。'),
    ).toEqual([
      'headline 县委召开三季度点评会',
      'body 10月12日下午，县委召开三季度工作点评会，听取各镇工作汇报。',
    ])
  })
})
