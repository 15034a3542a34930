import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSpace, joinParagraphs, mapText, sliceMapped, spansOf } from './mapped-text.ts'

describe('a mapped text', () => {
  it('folds script, digits and punctuation one for one and keeps what was received', () => {
    const mapped = mapText('臨江區 1～11月,增長８％ "領先"')
    expect(mapped.text).toBe('臨江區1～11月,增長８％"領先"')
    expect(mapped.folded).toBe('临江区1-11月，增长8%“领先”')
    expect(mapped.folded.length).toBe(mapped.text.length)
  })

  it('keeps a thousands comma and a decimal point', () => {
    expect(mapText('共1,200件，增3.5%').folded).toBe('共1,200件，增3.5%')
  })

  it('gives spans that leave out the white space at a break', () => {
    const received = '新建学\n\n 校三所'
    const mapped = mapText(received)
    const spans = spansOf(mapped, { start: 0, end: mapped.text.length })
    expect(spans.map(([start, end]) => received.slice(start, end))).toEqual(['新建学', '校三所'])
  })

  it('joins paragraphs with one line feed that belongs to no span', () => {
    const received = '甲段。\n乙段。'
    const { body, paragraphs } = joinParagraphs([
      mapText(received, [{ start: 0, end: 3 }]),
      mapText(received, [{ start: 4, end: 7 }]),
    ])
    expect(body.text).toBe('甲段。\n乙段。')
    expect(paragraphs).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ])
    expect(spansOf(body, { start: 0, end: 7 })).toEqual([
      [0, 3],
      [4, 7],
    ])
  })

  it('slices without losing its offsets', () => {
    const mapped = mapText(' 甲 乙 丙')
    expect([...sliceMapped(mapped, { start: 1, end: 3 }).at]).toEqual([3, 5])
  })

  it('maps every unit of every text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (received) => {
        const mapped = mapText(received)
        expect(mapped.folded.length).toBe(mapped.text.length)
        expect(mapped.at.length).toBe(mapped.text.length)
        for (let i = 0; i < mapped.text.length; i++) {
          expect(received.charCodeAt(mapped.at[i]!)).toBe(mapped.text.charCodeAt(i))
          expect(isSpace(mapped.text.charCodeAt(i))).toBe(false)
        }
      }),
    )
  })
})
