import { expect, test } from 'vitest'
import { shortenTitle } from './shorten-title.ts'

test('a short subject stays, without the mark at its end', () => {
  expect(shortenTitle('各区要加快旧住房成套改造。')).toBe('各区要加快旧住房成套改造')
})

test('what is not seen, or turns the reading direction, is not part of it', () => {
  expect(shortenTitle('\u202e加快\u200b旧住房\n成套改造')).toBe('加快旧住房成套改造')
})

test('a long one ends at its last break', () => {
  expect(shortenTitle(`${'加快推进重点项目'.repeat(5)}，${'确保按期完成'.repeat(8)}`)).toBe(
    '加快推进重点项目'.repeat(5),
  )
})

test('a long one without a break is cut visibly and never inside a character', () => {
  const title = shortenTitle('𠮷'.repeat(80))
  expect(title.endsWith('…')).toBe(true)
  expect(title.isWellFormed()).toBe(true)
})
