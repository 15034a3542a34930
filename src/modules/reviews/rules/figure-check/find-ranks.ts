import { chineseNumber } from './chinese-number.ts'
import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const NUMBER = '(?:\\d+|[一二三四五六七八九十百两]+)'
const MEMBERS =
  '(?:区县|区|县|市|街镇|镇|街道|乡|园区|开发区|部门|单位|城市|省份|省市|省|地市|家|委办局|企业|学校|医院)'
/** 全市16个区, 在28家单位中, 13个参评市. */
const SIZE = new RegExp(
  `(?:(?<all>全[市省国区县州]|参加|参评|纳入|列入|在)[^，。；、\\d]{0,10}?)(?<size>${NUMBER})个?(?:参评|被考核|受检|监测)?(?:家)?${MEMBERS}(?:单位)?(?<within>[^，。；]{0,12}?(?:中|里|内|当中))?`,
  'g',
)
const POSITION = new RegExp(
  `(?:(?:排名?|位列|位居|名列|名次|位次|列|居|得分|升至|降至|跃居|退居)[^，。；第、]{0,8}第(?<position>${NUMBER})(?:位|名)?|第(?<named>${NUMBER})[位名])(?!季度|届|次|批|期|产业|轮|十|书记)`,
  'g',
)
/** 由第8位…至第6位. */
const MOVED = new RegExp(
  `(?:从|由)[^，。；第]{0,14}第(?<from>${NUMBER})[位名]?[^，。；第]{0,16}?(?:到|至|列|居|位列|为)[^，。；第\\d]{0,4}第(?<to>${NUMBER})`,
  'g',
)
/** 居第3位，较一季度的第5位前移. */
const NOW_THEN = new RegExp(
  `第(?<to>${NUMBER})[位名]?[，（(]?[^，。；第\\d]{0,8}(?:比|较)[^，。；第]{0,12}第(?<from>${NUMBER})[位名]?`,
  'g',
)
/** 一季度排第12位，二季度上升到第8位. */
const THEN_NOW = new RegExp(
  `(?:季度|月份?|去年|上年|同期|上期)[^，。；第]{0,8}第(?<from>${NUMBER})[位名]?[，；][^，。；第]{0,10}(?:到|至)第(?<to>${NUMBER})`,
  'g',
)
const BY = new RegExp(
  `(?<verb>上升|前移|提升|提高|前进|进步|跃升|进位|进|下降|后移|下滑|退后|后退|倒退|跌|退)(?:了)?(?<by>${NUMBER})个?(?:位次|名次|位|名)`,
  'g',
)

/** Positions past the end of the list, and moves that do not lead where the text says. */
export function findRanks(sentence: Sentence): FigureFinding[] {
  return [...pastTheEnd(sentence), ...wrongMoves(sentence)]
}

function pastTheEnd(sentence: Sentence): FigureFinding[] {
  const { folded } = sentence
  const sizes = [...folded.matchAll(SIZE)]
  const [one] = sizes
  // Two lists in one sentence: it is open which one a position is of.
  if (!one || sizes.length > 1) return []
  const size = chineseNumber(one.groups!.size!)
  const isList = one.groups!.within !== undefined || /^全/.test(one.groups!.all!) || one.groups!.all !== '在'
  if (!size || size < 2 || !isList) return []
  return [...folded.matchAll(POSITION)].flatMap((match) => {
    const between = folded.slice(
      Math.min(one.index + one[0].length, match.index + match[0].length),
      Math.max(one.index, match.index),
    )
    // 在全市16个区中排第3、全国第21: the second is of another list.
    if (/全[国省球]|世界|国内|同类/.test(between) || /全[国省球]|世界|国内/.test(match[0])) return []
    if (/[。；]/.test(between)) return []
    const position = chineseNumber(match.groups!.position ?? match.groups!.named!)
    if (!position || position <= size) return []
    return [
      finding(sentence, [one, match], {
        printed: `第${match.groups!.position ?? match.groups!.named}`,
        expected: `1–${size}`,
        arithmetic: `${position} > ${size}`,
      }),
    ]
  })
}

function wrongMoves(sentence: Sentence): FigureFinding[] {
  const { folded } = sentence
  const moves = [MOVED, NOW_THEN, THEN_NOW]
    .flatMap((pattern) => [...folded.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
  return moves.flatMap((move, i) => {
    const start = moves[i - 1] ? moves[i - 1]!.index + moves[i - 1]![0].length : 0
    const end = moves[i + 1]?.index ?? folded.length
    const around = folded.slice(
      Math.max(start, move.index - 24),
      Math.min(end, move.index + move[0].length + 16),
    )
    const [by, second] = [...around.matchAll(BY)]
    if (!by || second) return []
    const [from, to, places] = [move.groups!.from!, move.groups!.to!, by.groups!.by!].map(chineseNumber)
    if (!from || !to || !places) return []
    const isUp = /上升|前|提|进|跃/.test(by.groups!.verb!)
    const expected = isUp ? from - places : from + places
    if (expected === to) return []
    const arithmetic = `${from} ${isUp ? '−' : '+'} ${places} = ${expected} ≠ ${to}`
    return [finding(sentence, [move], { printed: `第${to}`, expected: `第${expected}`, arithmetic })]
  })
}

function finding(
  sentence: Sentence,
  matches: readonly RegExpExecArray[],
  said: Pick<FigureFinding, 'printed' | 'expected' | 'arithmetic'>,
): FigureFinding {
  const figures = matches
    .map(({ index, 0: text }) => ({
      start: sentence.start + index,
      end: sentence.start + index + text.length,
    }))
    .sort((a, b) => a.start - b.start)
  return plainFinding(sentence.article, { sentence, figures }, { kind: 'rank', cause: 'impossible', ...said })
}
