import { describe, expect, test } from 'vitest'
import { isTelling } from '../tasks/is-telling.ts'
import { reportOf, type TestReading } from '../testing.ts'
import { splitSentences } from '../text/sentences.ts'
import { readVoices } from './read-voices.ts'

const voices = (text: string, options: TestReading = {}) => {
  const article = reportOf(text, options).articles[0]!
  const { folded } = article.body
  const sentences = splitSentences(folded, article.paragraphs)
  return readVoices(article, sentences, (sentence) => isTelling(folded, sentence)).map((voice) =>
    voice.mode === 'instruction' ? (voice.speaker ?? '会议') : voice.mode,
  )
}

describe('who tells', () => {
  test.each([
    ['会议指出，要抓好防汛。', ['会议']],
    ['市长就抓紧下阶段重点指出，要抓好防汛。', ['市长']],
    ['县委书记强调，要抓好防汛。加强值守。', ['县委书记', '县委书记']],
    ['会议审议通过《方案》，指出要完善布局。', ['会议']],
    ['“任务明确，要马上办。”县长指出，要倒排工期。', ['县长', '县长']],
    ['副县长主持会议。要闻回顾。', ['account', 'account']],
    ['柏川县按照上级要求，完善机制。', ['account']],
    ['通知要求，各镇要加强巡查。', ['会议']],
    ['会议指出，要抓好防汛。\n县长主持会议。', ['会议', 'account']],
  ])('%s', (text, expected) => expect(voices(text)).toEqual(expected))

  test('guests of a signing remark, they do not instruct', () => {
    expect(voices('总经理表示，双方要加强合作。', { kind: 'signing' })).toEqual(['remark'])
  })
})
