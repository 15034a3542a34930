import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const HAN = '一二三四五六七八九十百两'
const NUMBER = `(?:\\d+|[${HAN}]+)`
/** 在16个区中排名第17. */
const IN_LIST = new RegExp(
  `(?:在|全[市省国县区州])[^，。；\\d]{0,10}?(?<size>${NUMBER})个?(?:区|县|市|镇|街道|街镇|部门|单位|城市|省份|省市|省|地市|区县|参评单位|委办局)(?:[^，。；\\d]{0,8}?)(?:中|里|内|当中)?[，]?[^，。；\\d第]{0,14}?(?:排名?|位列|位居|名列|列|居)[^，。；\\d第]{0,6}?第(?<position>${NUMBER})(?:位|名)?`,
  'g',
)
/** 由第8位上升3位至第6位. */
const MOVED = new RegExp(
  `(?:从|由)[^，。；第]{0,10}第(?<from>${NUMBER})[位名]?[^，。；第\\d]{0,4}?(?<verb>上升|前移|提升|提高|进|下降|后移|下滑|退后|跌)(?:了)?(?<by>${NUMBER})(?:个位次|位|名|个名次)[，]?(?:到|至|升至|降至|列|居|位列)[^，。；第\\d]{0,4}第(?<to>${NUMBER})`,
  'g',
)

/** Positions past the end of the list, and moves that do not lead where the text says. */
export function findRanks(sentence: Sentence): FigureFinding[] {
  const beyond = [...sentence.folded.matchAll(IN_LIST)].flatMap((match) => {
    const size = numberOf(match.groups!.size!)
    const position = numberOf(match.groups!.position!)
    if (!size || !position || size < 2 || position <= size) return []
    return [
      finding(sentence, match, {
        printed: `第${match.groups!.position}`,
        expected: `1–${size}`,
        arithmetic: `${position} > ${size}`,
      }),
    ]
  })
  const moves = [...sentence.folded.matchAll(MOVED)].flatMap((match) => {
    const [from, by, to] = [match.groups!.from!, match.groups!.by!, match.groups!.to!].map(numberOf)
    if (!from || !by || !to) return []
    const isUp = /上升|前移|提升|提高|进/.test(match.groups!.verb!)
    const expected = isUp ? from - by : from + by
    if (expected === to) return []
    return [
      finding(sentence, match, {
        printed: `第${to}`,
        expected: `第${expected}`,
        arithmetic: `${from} ${isUp ? '−' : '+'} ${by} = ${expected} ≠ ${to}`,
      }),
    ]
  })
  return [...beyond, ...moves]
}

function finding(
  sentence: Sentence,
  match: RegExpExecArray,
  said: Pick<FigureFinding, 'printed' | 'expected' | 'arithmetic'>,
): FigureFinding {
  const start = sentence.start + match.index
  const where = { sentence, figures: [{ start, end: start + match[0].length }] }
  return plainFinding(sentence.article, where, { kind: 'rank', cause: 'impossible', ...said })
}

/** Arabic, or Chinese up to 九十九; undefined for anything else. */
function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^([一二三四五六七八九两])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match) return undefined
  const digit = (character: string | undefined) =>
    character ? '零一二三四五六七八九'.indexOf(character.replace('两', '二')) : 0
  if (!match[2]) return match[1] && !match[3] ? digit(match[1]) : undefined
  return (match[1] ? digit(match[1]) : 1) * 10 + digit(match[3])
}
