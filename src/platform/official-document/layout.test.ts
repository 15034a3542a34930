import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from './docx/write-docx.ts'
import type { OfficialDocument } from './model.ts'
import { drawOnce } from './render/render-now.ts'
import { type PrintedLine, readPages, SOFFICE, toPdfs } from './testing.ts'

const SOLID = '泊江市逐季开展工作点评逐项核对成效与不足'.repeat(140)
const LINE = '全市上下逐项对照抓好落实工作务求实效确保各项目标如期完成任务'.slice(0, 26)

/** So many lines that the text just fills a page, and the signature would begin the next. */
const signed = (lines: number): OfficialDocument => ({
  title: '落款',
  blocks: Array.from({ length: lines }, () => ({ kind: 'paragraph' as const, words: LINE })),
  signature: { name: '某办公室', date: '2026年4月18日' },
})

function newPage(heading: string): OfficialDocument['blocks'] {
  return [{ kind: 'page-break' }, { kind: 'heading', level: 1, words: heading }]
}

const DOCUMENTS: readonly OfficialDocument[] = [
  { title: '整页', blocks: [{ kind: 'page-break' }, { kind: 'paragraph', words: SOLID }] },
  {
    title: '页码',
    blocks: [{ kind: 'page-break' }, { kind: 'page-break' }, { kind: 'paragraph', words: '完' }],
  },
  {
    head: { issuer: '泊江市人民政府办公室文件', number: '泊府办〔2026〕12号' },
    title: '关于二〇二六年第一季度重点工作推进情况的通报',
    blocks: [
      { kind: 'addressee', words: '各区人民政府：' },
      { kind: 'paragraph', words: '现将有关情况通报如下。' },
    ],
    signature: { name: '泊江市人民政府办公室', date: '2026年4月18日' },
  },
  signed(15),
  signed(16),
  signed(17),
  {
    title: '满页',
    blocks: [
      ...newPage('一整页'),
      ...Array.from({ length: 21 }, () => ({ kind: 'paragraph' as const, words: LINE })),
      ...newPage('下一页'),
    ],
  },
]

/** GB/T 9704-2012, 5: 22 lines of 28 characters in a block of 156 × 225 mm; margins 37, 28, 26, 35 ± 1 mm. */
describe.skipIf(!SOFFICE)('a page laid out by LibreOffice (skipped where it is not installed)', () => {
  let printed: PrintedLine[][][]
  beforeAll(async () => {
    const pdfs = await toPdfs(DOCUMENTS.map((document) => writeDocx(document, drawOnce)))
    printed = await Promise.all(pdfs.map(readPages))
  }, 240_000)

  it('of solid text holds 22 lines of 28 characters between the margins of the standard', () => {
    const pages = printed[0]!
    for (const page of pages.slice(2, 4)) {
      const text = page.slice(0, -1)
      expect(text).toHaveLength(22)
      for (const line of text) expect([...line.text]).toHaveLength(28)
      const pitch = (text[21]!.baseline - text[0]!.baseline) / 21
      expect(pitch).toBeCloseTo(225 / 22, 1)
      // LibreOffice sets the baseline of a line of exact height at four fifths of it.
      const above = pitch * 0.8
      expect(Math.abs(text[0]!.baseline - above - 37)).toBeLessThan(1)
      expect(Math.abs(297 - (text[21]!.baseline - above + pitch) - 35)).toBeLessThan(1)
      for (const line of text) {
        expect(Math.abs(line.left - 28)).toBeLessThan(0.5)
        expect(Math.abs(210 - line.right - 26)).toBeLessThan(1)
      }
    }
  })

  it('carries its number outside, 7 mm below the block, one character from the edge', () => {
    const numbers = printed[1]!.map((page) => page.at(-1)!)
    expect(numbers.map(({ text }) => text.replaceAll(' ', ''))).toEqual(['—1—', '—2—', '—3—'])
    // A dash stands about a third of an em above the baseline.
    const dash = numbers[0]!.baseline - (14 * 0.34 * 25.4) / 72
    expect(Math.abs(dash - (297 - 35 + 7))).toBeLessThan(1)
    const character = (14 / 72) * 25.4
    expect(Math.abs(184 - numbers[0]!.right - character)).toBeLessThan(0.6)
    expect(Math.abs(numbers[1]!.left - 28 - character)).toBeLessThan(0.6)
    expect(numbers[2]!.left).toBeGreaterThan(150)
  })

  it('begins with the red head, its number and a title whose words stay whole, and ends with name over date', () => {
    const first = printed[2]![0]!
    const [issuer, number, ...rest] = first
    expect(issuer).toMatchObject({ text: '泊江市人民政府办公室文件', points: 58 })
    // The top of the glyphs stands 35 mm below the top of the block (7.2.4).
    expect(Math.abs(issuer!.baseline - (58 * 0.85 * 25.4) / 72 - (37 + 35))).toBeLessThan(2)
    expect(Math.abs((number!.left + number!.right) / 2 - 106)).toBeLessThan(1)
    expect(rest.slice(0, 2).map(({ text }) => text)).toEqual([
      '关于二〇二六年第一季度',
      '重点工作推进情况的通报',
    ])
    const name = first.find(({ text, left }) => text.startsWith('泊江市') && left > 80)!
    const date = first.find(({ text }) => text.startsWith('2026'))!
    expect(Math.abs(184 - date.right - 4 * (156 / 28))).toBeLessThan(1.5)
    expect(Math.abs((name.left + name.right) / 2 - (date.left + date.right) / 2)).toBeLessThan(3)
  })

  it('never leaves a signature alone on a page', () => {
    for (const pages of printed.slice(3, 6)) {
      const last = pages.find((page) => page.some(({ text }) => text.startsWith('2026')))!
      expect(last.filter(({ text }) => text === LINE).length).toBeGreaterThan(0)
    }
  })

  it('begins a chapter on the page after a full one: a break in a line of its own left an empty page', () => {
    const pages = printed[6]!.map((page) => page.slice(0, -1))
    expect(pages.map((page) => page.length)).toEqual([1, 22, 1])
    expect(pages[2]![0]!.text).toContain('下一页')
  })
})
