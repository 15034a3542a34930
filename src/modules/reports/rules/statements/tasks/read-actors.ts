import type { Article, Range } from '../../model.ts'
import type { KnownNames } from '../../units/known-names.ts'
import { matchUnitName } from '../../units/match-unit-name.ts'
import { printed } from '../reading.ts'
import { tagWords } from '../text/segmenter.ts'
import { splitList } from '../text/split-list.ts'
import { startsDirective } from './directive.ts'
import words from './task-words.json' with { type: 'json' }

const byLength = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|')
const OFFICE = '(?:(?:人民)?政府|党委|党工委|管委会|委|党组|办事处)?'
const ITEM = new RegExp(
  `^(?:[市县区省州旗](?:纪委监委|纪委|监委|(?:委|政府)(?:办公室|督查室|研究室|办(?!公)))|各[一-龥]{1,3}（[一-龥、]{1,7}）${OFFICE}|${byLength(words.wholeActors)}|(?:${byLength(words.actorModifiers)})+(?:${byLength(words.actorKinds)})${OFFICE}|(?:部门|单位|责任单位|牵头单位|配合单位|市级部门|党员干部|领导干部|职能部门|主管部门)|[两三四五六七八九十](?:省|市|地|县|区|方)[一两二三四五]?(?:市|区|县)?)`,
)
/** What may follow the actors before what they must do. */
const FOLLOWS =
  '(?:$|在|对|于|一定|都|均|也|近期|今年|当前|年内|下一步|务必|既|更|要|必须|应|须|把|将|切实|进一步|结合|按照|根据|围绕|共同|主动|积极|认真|还|加快|加强|持续|不断|严格|负责|牵头|配合|会同|立即|尽快|每|至少|带头|逐|严把|严格|跟踪|定期|实行|和|及|与|，|以)'
const MAY_FOLLOW = new RegExp(`^${FOLLOWS}`)
/** A group by its last noun, whatever names it: 宣传部门, 排名靠后的乡镇, 镇村两级. */
const GROUP = new RegExp(`^[一-龥（）]{1,14}?(?:${byLength(words.groups)})(?=${FOLLOWS})`)
const BARE_KIND = new RegExp(`^(?:${byLength(words.actorKinds)})(?=${FOLLOWS})`)
const NOBODY: KnownNames = new Map()

/** Who must act, by the words before 要: 各区、市级有关部门. Empty when the words name nobody. */
export function readActors(article: Article, range: Range): string[] {
  const { folded } = article.body
  const actors: string[] = []
  const items = splitList(folded, range, ['、', '以及', '和', '及', '与'])
  for (const [i, item] of items.entries()) {
    const length = actorLength(folded, item) || bareKindLength(folded, item, actors)
    const rest = folded.slice(item.start + length, item.end)
    if (length === 0 || !MAY_FOLLOW.test(rest)) return i === 0 ? jointGroup(article, items) : actors
    actors.push(printed(article, { start: item.start, end: item.start + length }))
    if (rest !== '') break
  }
  return actors
}

/** 各镇、街道: what follows a 各 needs none of its own. */
function bareKindLength(folded: string, item: Range, before: readonly string[]): number {
  if (!before[0]?.startsWith('各')) return 0
  const kind = BARE_KIND.exec(folded.slice(item.start, item.end))?.[0]
  return kind?.length ?? 0
}

/** How much of an item is the name of somebody who can act, 0 when nothing. */
export function actorLength(folded: string, item: Range): number {
  const text = folded.slice(item.start, item.end)
  const generic = ITEM.exec(text)?.[0].length ?? 0
  if (generic > 0 && MAY_FOLLOW.test(text.slice(generic))) return generic
  if (startsDirective(text)) return 0
  const unit = matchUnitName(folded, item.start, NOBODY)
  const isSure =
    unit !== null && (unit.evidence !== 'grammar' || unit.end === item.end || /^[市县区省州]/.test(unit.name))
  if (unit && unit.end <= item.end && isSure) return unit.end - item.start
  const group = groupLength(text) || generic
  if (group > 0) return group
  if (!/^[一-龥]{2,4}(?:要|将|应|须|必|、|和|与|$)/.test(text)) return 0
  const first = tagWords(text.slice(0, 6))[0]
  return first?.tag === 'ns' && first.word.length >= 2 ? first.word.length : 0
}

/** 教育、民政部门: names that share one noun act each by its own, as printed. */
function jointGroup(article: Article, items: readonly Range[]): string[] {
  const { folded } = article.body
  const k = items.slice(0, 6).findIndex((item) => GROUP.test(folded.slice(item.start, item.end)))
  if (k < 1 || startsDirective(folded.slice(items[0]!.start, items[0]!.end))) return []
  const last = items[k]!
  const length = GROUP.exec(folded.slice(last.start, last.end))![0].length
  const ranges = [...items.slice(0, k), { start: last.start, end: last.start + length }]
  return ranges.map((range) => printed(article, range))
}

/** A verb with its object is no group: 注明责任人. */
function groupLength(text: string): number {
  const group = GROUP.exec(text)?.[0]
  if (!group) return 0
  if (/的/.test(group) || /(?:部门|单位)$/.test(group)) return group.length
  return tagWords(group)[0]?.tag === 'v' ? 0 : group.length
}
