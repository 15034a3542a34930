import type { Article, Range } from '../../model.ts'
import { printed } from '../reading.ts'
import { splitList } from '../text/split-list.ts'

/** Who leads and who supports, as a bracket or a line after a task prints it: （牵头单位：…；配合单位：…；完成时限：…）. */
export interface Responsibilities {
  readonly lead: string | null
  readonly supporting: readonly string[]
  /** The printed time limit, for the deadline rules. */
  readonly due: Range | null
  readonly range: Range
}

const LABEL =
  /(?<label>牵头(?:单位|部门|领导)?|主办(?:单位|部门)|责任(?:单位|部门|主体)|落实单位|承办单位|配合(?:单位|部门)?|协办(?:单位|部门)|协同(?:单位|部门)|参与(?:单位|部门)|参加单位|完成(?:时限|时间|期限)|时限要求|办结时限|时间节点)[：:](?<names>[^；;）)。\n]+)/g
const PRESENT = /(?:牵头|责任|主办|配合|协办|落实|承办)(?:单位|部门|主体)?[：:]/
const INLINE =
  /(?:由|，|（|^)(?<lead>[一-龥]{2,14}?)(?:牵头|主办|负责牵头)(?:负责|落实|组织实施)?(?:[，、；](?<supporting>[一-龥、]{2,60}?)(?:等(?:部门|单位)?)?(?:配合|协办|协同|参与)(?:落实)?)?(?=[）)，。；]|$)/
const LED_BY_ALL = /^(?:各|相关|有关)/

/** Whether a stretch of folded text holds labels of responsibility. */
export function hasResponsibilities(folded: string): boolean {
  return PRESENT.test(folded)
}

/** Reads the labels of a stretch; null when it has none. */
export function readResponsibilities(article: Article, range: Range): Responsibilities | null {
  const text = article.body.folded.slice(range.start, range.end)
  let lead: string | null = null
  let due: Range | null = null
  const supporting: string[] = []
  const charged: string[] = []
  let first = -1
  let last = 0
  for (const match of text.matchAll(LABEL)) {
    const { label = '', names = '' } = match.groups!
    const start = range.start + match.index + match[0].length - names.length
    const list = { start, end: start + names.length }
    if (first < 0) first = match.index
    last = match.index + match[0].length
    if (/^(?:完成|时限|办结|时间)/.test(label)) due = list
    else if (/^(?:牵头|主办)/.test(label)) {
      const [name, ...others] = namesOf(article, list)
      lead ??= name ?? null
      supporting.push(...others)
    } else if (/^(?:责任|落实|承办)/.test(label)) charged.push(...namesOf(article, list))
    else supporting.push(...namesOf(article, list))
  }
  if (first < 0) return null
  if (lead === null && charged.length) lead = charged.shift()!
  return {
    lead,
    supporting: [...charged, ...supporting],
    due,
    range: { start: range.start + first, end: range.start + last },
  }
}

/** Reads 由市水务局牵头，市财政局配合 inside a task. */
export function readInlineLead(
  article: Article,
  range: Range,
): { lead: string; supporting: string[] } | null {
  const match = INLINE.exec(article.body.folded.slice(range.start, range.end))
  if (!match || LED_BY_ALL.test(match.groups!['lead']!)) return null
  const { lead = '', supporting = '' } = match.groups!
  const start = range.start + match.index + match[0].indexOf(lead)
  const others = supporting ? range.start + match.index + match[0].indexOf(supporting, lead.length) : 0
  return {
    lead: printed(article, { start, end: start + lead.length }),
    supporting: supporting ? namesOf(article, { start: others, end: others + supporting.length }) : [],
  }
}

function namesOf(article: Article, range: Range): string[] {
  return splitList(article.body.folded, range, ['、', '，', ',', '及', '和'])
    .map((item) => printed(article, item).replace(/等(?:部门|单位)?$/, ''))
    .filter((name) => name.length >= 2 && name.length <= 20)
}
