import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context, Tx } from '../../kernel/context.ts'
import { journal } from '../journal/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { answerOnce, answersAt } from './index.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const write = (ctx: Context, tx: Tx) =>
  journal(tx, ctx, { action: 'test.done', subject: { type: 'test', id: '1' } })

test('an answer is kept until something is written, and computed once however many ask', async () => {
  const officer = city.as('officer')
  let computed = 0
  const ask = (of = 1, ctx = officer) =>
    answerOnce(ctx, { name: 'test.once', of }, async () => {
      computed += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
      return computed
    })
  expect(await Promise.all(Array.from({ length: 30 }, () => ask()))).toEqual(Array(30).fill(1))
  expect(await ask()).toBe(1)
  expect(await ask(2)).toBe(2)
  await officer.transaction((tx) => write(officer, tx))
  expect(await ask()).toBe(3)
})

test('whoever sees other units gets an answer of their own', async () => {
  const asked: string[] = []
  const ask = (ctx: Context, name: string) =>
    answerOnce(ctx, { name: 'test.scope' }, async () => {
      asked.push(name)
      return name
    })
  const yunbo = city.as('liaison', { unit: 'yunbo' })
  expect(await ask(yunbo, 'yunbo')).toBe('yunbo')
  expect(await ask(city.as('liaison', { unit: 'qingdu' }), 'qingdu')).toBe('qingdu')
  expect(await ask(city.as('liaison', { unit: 'yunbo' }), 'again')).toBe('yunbo')
  expect(asked).toEqual(['yunbo', 'qingdu'])
})

test('an answer that fails is forgotten', async () => {
  const officer = city.as('officer')
  const fail = answerOnce(officer, { name: 'test.fails' }, () => Promise.reject(new Error('no')))
  await expect(fail).rejects.toThrow('no')
  expect(await answerOnce(officer, { name: 'test.fails' }, async () => 'yes')).toBe('yes')
})

test('a transaction that has written neither takes nor keeps', async () => {
  const officer = city.as('officer')
  const keep = (ctx: Context, tx: Tx, answer: string) =>
    answersAt(ctx, tx).then((answers) => answers.keep({ name: 'test.kept' }, async () => answer))
  expect(await officer.transaction((tx) => keep(officer, tx, 'first'))).toBe('first')
  expect(await officer.transaction((tx) => keep(officer, tx, 'second'))).toBe('first')
  await expect(
    officer.transaction(async (tx) => {
      await write(officer, tx)
      expect(await keep(officer, tx, 'inside')).toBe('inside')
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  expect(await officer.transaction((tx) => keep(officer, tx, 'third'))).toBe('first')
})
