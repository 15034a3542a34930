import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSuggested, likeness } from './likeness.ts'

const WORDS =
  '农村 集体经济 产业 转型 升级 推进 加强 住房 改造 充电 设施 港口 货运 审批 效率 物业 加快 垃圾 分类'.split(
    ' ',
  )
const wording = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(''))

test('the same matter worded differently a year later is suggested', () => {
  const found = likeness('发展壮大农村集体经济', '激发农村集体经济内生动力')
  expect(found.sharedWords).toEqual(expect.arrayContaining(['集体经济', '农村']))
  expect(isSuggested(found)).toBe(true)
})

test.each([
  ['传统产业转型升级', '深耕产业细分赛道'],
  ['推动渔港码头改造', '推动垃圾分类'],
  ['进一步提升工作水平', '进一步提升服务效率'],
  ['优化营商环境', '改善生态环境'],
  ['政府服务', '政府'],
])('%s and %s are not', (one, other) => {
  expect(isSuggested(likeness(one, other))).toBe(false)
})

test('verbs of wanting more carry no matter', () => {
  expect(likeness('加快推进提升', '加快推进提升').likeness).toBe(0)
})

test('likeness is symmetric, between 0 and 1, and whole for the same wording', () => {
  fc.assert(
    fc.property(wording, wording, (one, other) => {
      const [there, back] = [likeness(one, other), likeness(other, one)]
      expect(there).toEqual(back)
      expect(there.likeness).toBeGreaterThanOrEqual(0)
      expect(there.likeness).toBeLessThanOrEqual(1)
      const same = likeness(one, one).likeness
      expect([0, 1]).toContain(same)
      expect(there.likeness).toBeLessThanOrEqual(1)
    }),
  )
})
