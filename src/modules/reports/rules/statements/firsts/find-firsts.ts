import type { FoundStatement, Range } from '../../model.ts'
import { givesAccount, periodBefore, printed, type Reading, type ReadSentence, unitAt } from '../reading.ts'
import type { Clause } from '../text/sentences.ts'
import words from './first-words.json' with { type: 'json' }

const SCOPE = `(?:${[...words.scopes, ...words.provinces].join('|')}|(?:(?!全|各|我|本)[一-龥]){2,3}(?:省|自治区|市|区|县))`
const CLASSIFIER = `(?:${words.classifiers.join('|')})`
const ANCHOR = new RegExp(
  `(?<scope>${SCOPE})?(?:范围内)?(?:的)?(?<made>国产)?(?:(?<coined>首创)|首(?:个|${CLASSIFIER})|第一(?:个|${CLASSIFIER}))`,
  'g',
)
const DONE = `(?:${words.completions.join('|')})`
/** 正式建成投产, 在甲区落地: the predicate that closes a clause about a first. */
const PREDICATE = new RegExp(
  `(?:在[^，、]{1,14}?|于[^，、]{1,10}?)?并?(?:正式|成功|顺利|全面|如期|率先|已经?|实现|完成|获得?|即将)*(?:${DONE}(?:并)?){1,3}(?:了)?(?:使用|运营|运行|我区|我市|我县)?$`,
)
const LANDED = /(?<=.{3})(?:落户|落地|花落|入驻|落)[一-龥]{1,3}$/
const NO_FIRST = /^(?:分(?!布)|性|精神|案例|效应|者|制度|成果)/
const AIM = /力争|争创|争当|争取|努力|确保|致力|(?<![重主首需只])要(?![素闻件地])|(?<!即)将(?!近)/

/** Finds firsts: 首创, 首个 and its family with the thing as subject and the printed scope (GUIDELINES §5). */
export function findFirsts(reading: Reading): FoundStatement[] {
  return reading.sentences.flatMap((sentence) => {
    if (!givesAccount(reading, sentence) || !/首|第一/.test(sentence.folded)) return []
    return sentence.clauses.flatMap((clause) => firstsOf(reading, sentence, clause))
  })
}

function firstsOf(reading: Reading, sentence: ReadSentence, clause: Clause): FoundStatement[] {
  const { folded } = reading.article.body
  const text = folded.slice(clause.start, clause.end)
  const found: FoundStatement[] = []
  for (const match of text.matchAll(ANCHOR)) {
    const { scope, made, coined } = match.groups!
    const after = match.index + match[0].length
    const rest = text.slice(after)
    const isUnitsName =
      !!scope &&
      clause.start + match.index + scope.length === reading.units.at(clause.start + match.index).nameEnd
    if (!coined && (!scope || isUnitsName) && /第一/.test(match[0])) continue
    if (isInsideQuotes(text, match.index) || NO_FIRST.test(rest) || AIM.test(text.slice(0, match.index)))
      continue
    const thing =
      coined && /^(?:$|的?[，。；、”）]|的$|，)/.test(rest)
        ? thingBefore(text, match.index, Math.max(0, reading.units.at(clause.start).nameEnd - clause.start))
        : thingAfter(text, after)
    if (!thing) continue
    const range: Range = { start: clause.start + thing.start, end: clause.start + thing.end }
    const turn = unitAt(reading, clause.start)
    const printedScope = printedScopeOf(reading, clause, match, { scope, made })
    found.push({
      kind: 'first',
      articleIndex: reading.article.index,
      unit: turn.unit,
      subject: printed(reading.article, range),
      period: periodBefore(sentence, clause.start + match.index),
      ranges: [quoteOf(reading, sentence, clause)],
      confidence:
        Math.round((scope ? 0.93 : coined ? 0.88 : made ? 0.75 : 0.75) * turn.certainty * 100) / 100,
      rule: coined
        ? 'first.coined'
        : made
          ? 'first.home-made'
          : scope
            ? 'first.of-scope'
            : 'first.without-scope',
      first: { scope: printedScope },
    })
  }
  return found
}

function printedScopeOf(
  reading: Reading,
  clause: Clause,
  match: RegExpMatchArray,
  groups: { scope?: string; made?: string },
): string | null {
  if (groups.scope) {
    const start = clause.start + match.index!
    if (start + groups.scope.length === reading.units.at(start).nameEnd) return null
    return printed(reading.article, { start, end: start + groups.scope.length })
  }
  return groups.made ? '我国' : null
}

function thingAfter(text: string, from: number): Range | null {
  let end = text.length
  const next = text.slice(from).search(/、(?=.{0,6}首)|(?:，|；)|(?:和|及)(?=[^，]{0,5}首[个家部条创])/)
  if (next > 0) end = from + next
  let start = from
  while (/[的了]/.test(text[start] ?? '')) start++
  const body = text.slice(start, end)
  const cut = PREDICATE.exec(body) ?? LANDED.exec(body)
  if (cut && cut.index >= 3) end = start + cut.index
  return end - start >= 2 && !/^[”，。]/.test(text.slice(start)) ? { start, end } : null
}

/** …模式为全国首创: the thing stands before. */
function thingBefore(text: string, to: number, from: number): Range | null {
  let end = to
  const link = /(?<!为|属于?|系|是|均属|在|，)(?:为|属于?|系|是|均为|均属|在|，)+$/.exec(text.slice(0, end))
  if (link) end -= link[0].length
  const lead =
    /^(?:其中|同时|并|推出的?|打造的?|实施的?|探索的?)/.exec(text.slice(from, end))?.[0].length ?? 0
  return end - from - lead >= 2 ? { start: from + lead, end } : null
}

function quoteOf(reading: Reading, sentence: ReadSentence, clause: Clause): Range {
  let { start } = clause
  const { nameEnd } = reading.units.at(clause.start)
  if (nameEnd > start && nameEnd < clause.end) start = nameEnd
  const marker = sentence.markers.find((each) => each.range.start === start)
  const lead = marker
    ? 0
    : (/^(?:但|并|同时|其中)/.exec(reading.article.body.folded.slice(start, start + 2))?.[0].length ?? 0)
  return { start: start + lead, end: clause.end }
}

function isInsideQuotes(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('《', at))
  return open >= 0 && Math.max(text.lastIndexOf('”', at), text.lastIndexOf('》', at)) < open
}
