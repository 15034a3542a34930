import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { joinHeadlines } from './join-headlines.ts'
import { readLines } from './line.ts'

const joined = (text: string) =>
  joinHeadlines(readLines(fold(text))).map((headline) =>
    headline
      .map((line) => line.text)
      .join('')
      .replace(/\s+/g, ''),
  )

describe('headline fragments', () => {
  it('are joined where a comma leaves them open, even across a blank line', () => {
    expect(joined('市长主持常务会议部署，\n\n要求确保安全度汛')).toEqual([
      '市长主持常务会议部署，要求确保安全度汛',
    ])
  })

  it('are joined where a main headline was set in two short lines', () => {
    expect(joined('守好城市安全\n是当前头等大事')).toEqual(['守好城市安全是当前头等大事'])
  })

  it('stay apart where each is whole', () => {
    expect(joined('打造宜居宜业的现代新城\n市政府与某集团在临江签署战略合作协议')).toHaveLength(2)
  })

  it('are taken apart where two stood side by side', () => {
    expect(joined('全市部署推进秋冬季疫苗接种工作 “便民一张网”\n将增8项')).toEqual([
      '全市部署推进秋冬季疫苗接种工作',
      '“便民一张网”将增8项',
    ])
  })
})
