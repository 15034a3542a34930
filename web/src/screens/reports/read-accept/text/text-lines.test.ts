import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementOf } from '../testing.ts'
import { textLines } from './text-lines.ts'

const TEXT = '青渡区产值增长7%,增速列全\n市第一。\r\n\n📈但停车仍有不足。'

const joined = (lines: ReturnType<typeof textLines>) =>
  lines.map((line) => line.segments.map((segment) => segment.text).join('')).join('\n')

describe('the text as received, cut at its quotes', () => {
  it('loses nothing, whatever the spans', () => {
    const span = fc
      .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
    fc.assert(
      fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (all) => {
        const statements = all.map((spans) => statementOf({ spans: spans as [number, number][] }))
        const lines = textLines(TEXT, statements)
        expect(joined(lines)).toBe(TEXT)
        for (const { segments } of lines) {
          for (const { start, text } of segments) expect(TEXT.slice(start, start + text.length)).toBe(text)
        }
      }),
    )
  })

  it('marks exactly the characters of each quote, also over a line break', () => {
    const statement = statementOf({ spans: [[10, 17]] })
    const marked = textLines(TEXT, [statement])
      .flatMap(({ segments }) => segments)
      .filter(({ statements }) => statements.length > 0)
    expect(marked.map(({ text }) => text)).toEqual(['增速列全', '市第'])
  })

  it('names the narrowest quote first where quotes overlap', () => {
    const wide = statementOf({ spans: [[0, 14]] })
    const narrow = statementOf({ spans: [[3, 9]] })
    const segments = textLines(TEXT, [wide, narrow])[0]!.segments
    expect(segments.map(({ statements }) => statements.map(({ id }) => id))).toEqual([
      [wide.id],
      [narrow.id, wide.id],
      [wide.id],
    ])
  })

  it('changes the signature of a line only when its marks change', () => {
    const statement = statementOf({ spans: [[3, 9]] })
    const before = textLines(TEXT, [statement])
    const after = textLines(TEXT, [{ ...statement, status: 'accepted' }])
    expect(after[0]!.signature).not.toBe(before[0]!.signature)
    expect(after[1]!.signature).toBe(before[1]!.signature)
  })

  it('cuts 100 KB with 400 statements in a few milliseconds', () => {
    const text = `${'产值增长百分之七增速列全市第一'.repeat(3)}\n`.repeat(800)
    const statements = Array.from({ length: 400 }, (_, index) =>
      statementOf({ spans: [[index * 80, index * 80 + 30]] }),
    )
    const started = performance.now()
    textLines(text, statements)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
