import { describe, expect, it } from 'vitest'
import { isPageFurniture } from './page-furniture.ts'

describe('page furniture', () => {
  it.each([
    '— 3 —',
    '第2页 共5页',
    '12',
    '3/12',
    '责任编辑：某某',
    '（本文图片 某某 摄）',
    '来源：临江发布',
    '（下转第二版）',
    '打印',
    '字号：大 中 小',
  ])('is left out: %s', (text) => {
    expect(isPageFurniture(text)).toBe(true)
  })

  it.each([
    '来源地治理取得成效，',
    '一、总体要求',
    '编辑出版工作会议昨天举行。',
    '2024年重点任务清单',
    '图书馆东馆开放',
  ])('is not: %s', (text) => {
    expect(isPageFurniture(text)).toBe(false)
  })
})
