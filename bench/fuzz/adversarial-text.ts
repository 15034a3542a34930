import fc from 'fast-check'

/** Pieces of reports, and what stands between them where a grammar may lose its way. Fictional. */
const PIECES = [
  '东屏区',
  '西岭区',
  '市交通委',
  '市发展改革委',
  '青渡区、云泊新区',
  '各区各部门',
  '东区委',
  '居全市第一',
  '排名第三',
  '位列全市第一位',
  '同比增长12.5%',
  '增速居全市第一',
  '完成投资12亿元',
  '占年度计划的85.3%',
  '但在城市管理、公共服务等方面仍存不足',
  '进展缓慢',
  '未达到时序进度',
  '要加快推进',
  '务必于6月底前完成',
  '由市交通委牵头',
  '2024年1月至11月',
  '1—11月',
  '第一季度',
  '一季度',
  '上半年',
  '去年同期',
  '截至3月底',
  '春节前',
  '十四五期间',
  '会议召开',
  '市委书记主持会议并讲话',
  '季度工作会议',
  '现将有关情况通报如下',
  '一、',
  '（一）',
  '1.',
  '（1）',
  '①',
  '■ ',
  '——',
  '一二三四五六七八九十百千万亿',
  '１２３４',
  '壹贰叁',
  '〇',
  '零点五',
  '百分之八十',
  '三分之一',
  '两千余',
  '约',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '【',
  '「',
  '、',
  '，',
  '。',
  '；',
  '：',
  '\n',
  '\n\n',
  '　',
  ' ',
  '\t',
  '\r\n',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u0301',
  '\ufffd',
  '\u{20000}',
  '\ud800',
  '龘',
  'a',
  '0',
  '.',
  '%',
  '％',
  '-',
  '—',
  '～',
  '至',
  '|',
  '<',
  '&nbsp;',
  '&#x4e00;',
  '\u0000',
]

const piece = fc.constantFrom(...PIECES)
const repeated = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 60 }))
  .map(([pieces, times]) => pieces.join('').repeat(times))

const textOf = (pieces: number, pieceOf: fc.Arbitrary<string>) =>
  fc.array(pieceOf, { minLength: 1, maxLength: pieces, size: 'max' }).map((parts) => parts.join(''))

const odd = fc.string({ unit: 'binary', maxLength: 8 })
const short = fc.oneof({ weight: 14, arbitrary: piece }, { weight: 1, arbitrary: odd })
const long = fc.oneof(
  { weight: 8, arbitrary: piece },
  { weight: 1, arbitrary: repeated },
  { weight: 1, arbitrary: odd },
)

/** Chinese text made to lead a grammar astray: its own words in any order, repeated, cut, with signs between. */
export const adversarialText = (pieces: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: textOf(Math.min(pieces, 24), short) },
    { weight: 1, arbitrary: textOf(pieces, long) },
  )
