import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFault, nameText, plainLine, skeleton, titleText } from './index.ts'

describe('a name', () => {
  it.each([
    ['青渡区\u202e', 'direction', 4, 'U+202E'],
    ['\u2066青渡区', 'direction', 1, 'U+2066'],
    ['青\u200b渡区', 'invisible', 2, 'U+200B'],
    ['青渡\ufeff区', 'invisible', 3, 'U+FEFF'],
    ['duban\u{e0041}', 'invisible', 6, 'U+E0041'],
    ['青渡\u3164区', 'invisible', 3, 'U+3164'],
    ['青\u0000', 'control', 2, 'U+0000'],
    ['青\n渡', 'control', 2, 'U+000A'],
    ['𠮷\ue000', 'unassigned', 2, 'U+E000'],
    ['半\ud800', 'unassigned', 2, 'U+D800'],
    ['p\u0430ypal', 'mixed-scripts', 2, 'U+0430'],
    ['\u0430dmin', 'mixed-scripts', 1, 'U+0430'],
    ['督查 \u039fffice', 'mixed-scripts', 4, 'U+039F'],
  ])('%j is refused for its character of kind %s at %i', (name, kind, position, sign) => {
    expect(nameFault(name)).toEqual({ kind, position, sign })
  })

  it.each([
    '青渡区联络员',
    '市 12345 热线',
    'GDP（亿元）',
    'Α 组',
    'Иванов',
    'A/B 类',
    '𠮷野',
    'é',
    '①号楼',
    'ü 区·二',
  ])('%s is taken as it is', (name) => expect(nameText({ max: 60 }).parse(name)).toBe(name.normalize('NFC')))

  it('is kept in one normal form, without blanks around it', () => {
    expect(nameText({ max: 10 }).parse(' e\u0301 ')).toBe('é')
  })
})

describe('a title', () => {
  it('may have words of any scripts, and is otherwise seen as it is', () => {
    const title = titleText({ max: 60 })
    expect(title.parse(' p\u0430ypal 与 ΑBC 的合作 ')).toBe('p\u0430ypal 与 ΑBC 的合作')
    for (const sign of ['\u202e', '\u2066', '\u200b', '\u0007', '\n', '\ue000'])
      expect(title.safeParse(`p\u0430ypal${sign}项目`).error?.issues[0]).toMatchObject({
        params: { position: 7 },
      })
  })
})

describe('a line made of others’ text', () => {
  it.each([
    ['\u202e青渡区\u2066的\u200b旧改\ufeff', '青渡区的旧改'],
    [' 旧改\r\n第二批\u2028提速\t', '旧改 第二批 提速'],
    ['\ue000\ud800镇', '〓〓镇'],
    ['e\u0301 与 𠮷野', 'é 与 𠮷野'],
  ])('%j has only what is seen of it', (text, line) => expect(plainLine(text)).toBe(line))

  it('is always a title that may stand', () => {
    const title = titleText({ max: 1000 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const line = plainLine(text)
        expect(line === '' || title.parse(line) === line).toBe(true)
      }),
    )
  })
})

describe('two names', () => {
  it.each([
    ['duban1', 'dubanl'],
    ['office0', 'officeo'],
    ['ｄｕｂａｎ', 'duban'],
    ['аdmin', 'admin'],
    ['ΑΒ', 'ΑΒ'.toLowerCase()],
    ['青渡区', '青\u200b渡 区'],
    ['Œ', 'œ'],
  ])('%s and %s look alike', (one, other) => expect(skeleton(one)).toBe(skeleton(other)))

  it.each([
    ['青渡区', '清渡区'],
    ['duban', 'duban2'],
    ['一', '二'],
  ])('%s and %s do not', (one, other) => expect(skeleton(one)).not.toBe(skeleton(other)))

  it('with one skeleton have it for ever: a skeleton is its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        (name) => skeleton(skeleton(name)) === skeleton(name),
      ),
    )
  })
})
