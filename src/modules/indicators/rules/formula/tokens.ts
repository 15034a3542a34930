import { createToken, Lexer } from 'chevrotain'

const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff'

const Comment = createToken({
  name: 'Comment',
  pattern: /#[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//,
  group: Lexer.SKIPPED,
  line_breaks: true,
})
const Space = createToken({
  name: 'Space',
  pattern: /[ \t\r\n\u00a0\u3000]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})

export const NumberLiteral = createToken({ name: 'NumberLiteral', pattern: /\d+(?:\.\d+)?/ })
/** A code or a name without quotes. A hyphen inside belongs to it; one at its end or after a space is a minus. */
export const Word = createToken({
  name: 'Word',
  pattern: new RegExp(`[A-Za-z${HAN}](?:[A-Za-z0-9_.\\-${HAN}]*[A-Za-z0-9_${HAN}])?`),
})
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /「[^「」\n]+」|『[^『』\n]+』|“[^“”\n]+”|"[^"\n]+"/,
})
/** The unit of measure of a number: 100[亿元]. */
export const Bracketed = createToken({ name: 'Bracketed', pattern: /\[[^[\]\n]*\]|［[^［］\n]*］/ })
export const Percent = createToken({ name: 'Percent', pattern: /[%％‰]/ })
export const Open = createToken({ name: 'Open', pattern: /[(（]/ })
export const Close = createToken({ name: 'Close', pattern: /[)）]/ })
export const Comma = createToken({ name: 'Comma', pattern: /[,，、]/ })
export const Plus = createToken({ name: 'Plus', pattern: /[+＋]/ })
export const Minus = createToken({ name: 'Minus', pattern: /[-−－]/ })
export const Times = createToken({ name: 'Times', pattern: /[*×＊]/ })
export const Divided = createToken({ name: 'Divided', pattern: /[/÷／]/ })
export const Compared = createToken({ name: 'Compared', pattern: /<=|>=|<>|!=|[<>=≤≥≠＜＞＝]/ })

export const TOKENS = [
  Comment,
  Space,
  NumberLiteral,
  Word,
  Quoted,
  Bracketed,
  Percent,
  Open,
  Close,
  Comma,
  Plus,
  Minus,
  Times,
  Divided,
  Compared,
]
