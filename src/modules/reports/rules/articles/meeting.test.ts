import { describe, expect, it } from 'vitest'
import { meetingChair } from './chair.ts'
import { meetingName } from './meeting-name.ts'

describe('the name of a meeting', () => {
  it.each([
    ['本报讯市委季度工作会议4月8日召开，市委书记主持。', '市委季度工作会议'],
    ['开年第一场市委季度工作会议今天举行。', '市委季度工作会议'],
    ['本报讯（记者某某）市长前天主持召开市政府常务会议，听取防汛情况汇报。', '市政府常务会议'],
    ['4月10日，全市一季度经济运行分析会召开。', '全市一季度经济运行分析会'],
    ['10月12日下午，县委召开2023年三季度工作点评会，听取汇报。', '2023年三季度工作点评会'],
    ['市推进国际港建设领导小组会议5月9日召开。', '市推进国际港建设领导小组会议'],
    ['在去年座谈会召开一周年之际，三市主要负责同志视频会议8月20日举行。', '三市主要负责同志视频会议'],
    ['市政府与某集团昨天签署合作协议。', null],
  ])('%s', (lead, name) => {
    expect(meetingName({ lead, headlines: [] })).toBe(name)
  })

  it('takes 会议 from the headline where the body parts the words', () => {
    const lead = '本报讯市委常委会6月5日举行会议，听取防汛汇报。'
    expect(meetingName({ lead, headlines: ['市委书记主持市委常委会会议'] })).toBe('市委常委会会议')
  })
})

describe('who chairs', () => {
  it.each([
    ['市委书记钟一鸣主持会议并讲话。', '钟一鸣'],
    ['市委副书记、市长钟一鸣前天主持召开市政府常务会议。', '钟一鸣'],
    ['副市长钟一主持会议。市水务局作汇报。', '钟一'],
    ['会议由市委副书记钟一鸣主持。', '钟一鸣'],
    ['钟一鸣主持会议。', '钟一鸣'],
    ['市委书记主持会议。', '市委书记'],
    ['市委召开点评会，市委书记主持。', '市委书记'],
    ['市长出席会议并讲话。', null],
    ['副主任（主持工作）汇报情况。', null],
  ])('%s', (body, chair) => {
    expect(meetingChair(body, [])).toBe(chair)
  })
})
