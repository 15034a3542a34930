import type { Article, Range } from '../../model.ts'
import { printed } from '../reading.ts'
import { splitList } from '../text/split-list.ts'

/** Who leads and who supports, as a bracket or a line after a task prints it: （牵头单位：…；配合单位：…；完成时限：…）. */
export interface Responsibilities {
  readonly lead: string | null
  readonly supporting: readonly string[]
  /** 责任单位 without a lead among them. */
  readonly charged: readonly string[]
  /** The printed time limit, for the deadline rules. */
  readonly due: Range | null
  readonly range: Range
}

const LABEL_WORD =
  '(?:牵头(?:单位|部门|领导)?|主办(?:单位|部门)|(?:主要)?责任(?:单位|部门|主体|领导|人)|落实单位|承办单位|配合(?:单位|部门)?|协办(?:单位|部门)|协同(?:单位|部门)|参与(?:单位|部门)|参加单位|完成(?:时限|时间|期限)|时限要求|办结时限|时间节点|完成日期)'
/** The number of the next item, where lines have run together: …8月底前二、…. */
const NEXT_ITEM =
  '(?<=[前底月日年成进施度局委办道镇乡府组])(?:[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、．](?!\\d))'
const LABEL = new RegExp(
  `(?<label>${LABEL_WORD})[：:](?<names>(?:(?!${LABEL_WORD}[：:]|${NEXT_ITEM})[^；;）)。\\n：:】])*)`,
  'g',
)
/** A run of labels, in brackets or on a line of its own. */
const RUN = new RegExp(
  `[（(【]?${LABEL_WORD}[：:](?:(?!${NEXT_ITEM})[^）)】\\n。])*(?:。(?=${LABEL_WORD}[：:])(?:(?!${NEXT_ITEM})[^）)】\\n。])*)*[）)】]?`,
  'g',
)
/** 责任单位：区人社局，10月底前完成 */
const DATED = /[，；,](?:[^，；,]*[月年季度底])[^，；,]{0,4}前?完成$/
const LED_IN_BRACKET =
  /[（(](?:由)?(?<lead>[^（()）：:，；\n]{2,30}?)(?:牵头|负责|主办)(?:落实|实施)?(?:[，；、](?<supporting>[^（()）：:，；\n]{2,80}?)(?:配合|协办|参与|协同))?(?:[，；](?<due>[^（()）\n]{2,20}?))?[）)]/g
const INLINE =
  /(?:^要?由|由|，|（|^)(?<lead>(?!要|由)(?:(?!由)[一-龥]){2,14}?)(?:负责牵头|牵头|主办)(?:负责|落实|组织实施)?(?:[，、；](?:(?<supporting>[一-龥、]{2,60}?)(?:等(?:部门|单位)?)?(?:配合|协办|协同|参与)(?:落实)?|(?:会同|联合)(?<joined>[一-龥、]{2,60}?)(?:等(?:部门|单位)?)?(?=[，。；]|$)))?(?=[）)，。；“]|$|开展|组织|推进|落实|对|建立|制定|做好|抓好)/
const NOBODY = /^(?:各|相关|有关|要|将|等|市级|部门)/

/** Finds the labels of responsibility of an article, in order. */
export function findResponsibilities(article: Article): Responsibilities[] {
  const { folded } = article.body
  if (!/牵头|责任|主办|配合|协办/.test(folded)) return []
  const found: Responsibilities[] = []
  for (const run of folded.matchAll(RUN)) {
    const labels = readLabels(article, { start: run.index, end: run.index + run[0].length })
    if (!labels) continue
    const last = found.at(-1)
    if (last && /^[\s；;，。）)]*$/.test(folded.slice(last.range.end, labels.range.start)))
      found.splice(-1, 1, join(last, labels))
    else found.push(labels)
  }
  for (const match of folded.matchAll(LED_IN_BRACKET)) found.push(fromBracket(article, match))
  return found.sort((a, b) => a.range.start - b.range.start)
}

function join(one: Responsibilities, other: Responsibilities): Responsibilities {
  return {
    lead: one.lead ?? other.lead,
    supporting: [...one.supporting, ...other.supporting],
    charged: [...one.charged, ...other.charged],
    due: one.due ?? other.due,
    range: { start: one.range.start, end: other.range.end },
  }
}

function readLabels(article: Article, range: Range): Responsibilities | null {
  const text = article.body.folded.slice(range.start, range.end)
  let lead: string | null = null
  let due: Range | null = null
  const supporting: string[] = []
  const charged: string[] = []
  let isFound = false
  for (const match of text.matchAll(LABEL)) {
    const { label = '', names = '' } = match.groups!
    const start = range.start + match.index + match[0].length - names.length
    const list = { start, end: start + names.length }
    isFound = true
    if (DATED.test(names)) due ??= list
    if (/^(?:完成|时限|办结|时间)/.test(label)) due = list
    else if (/^(?:牵头|主办)/.test(label)) {
      const [name, ...others] = namesOf(article, list)
      lead ??= name ?? null
      supporting.push(...others)
    } else if (/责任|落实|承办/.test(label)) charged.push(...namesOf(article, list))
    else supporting.push(...namesOf(article, list))
  }
  if (!isFound) return null
  const hasLead = lead !== null
  return {
    lead,
    supporting: hasLead ? [...charged, ...supporting] : supporting,
    charged: hasLead ? [] : charged,
    due,
    range,
  }
}

/** （市城管局牵头，各区政府配合，11月底前完成） */
function fromBracket(article: Article, match: RegExpMatchArray): Responsibilities {
  const start = match.index!
  const place = (text: string | undefined, after: number): Range | null => {
    if (!text) return null
    const at = article.body.folded.indexOf(text, start + after)
    return { start: at, end: at + text.length }
  }
  const { lead = '', supporting, due } = match.groups!
  const [first, ...others] = namesOf(article, place(lead, 1)!)
  const list = place(supporting, 1 + lead.length)
  return {
    lead: first ?? null,
    supporting: [...others, ...(list ? namesOf(article, list) : [])],
    charged: [],
    due: place(due, 1 + lead.length + (supporting?.length ?? 0)),
    range: { start, end: start + match[0].length },
  }
}

/** Reads 由市水务局牵头，市财政局配合 inside a task. */
export function readInlineLead(
  article: Article,
  range: Range,
): { lead: string; supporting: string[] } | null {
  const match = INLINE.exec(article.body.folded.slice(range.start, range.end))
  if (!match || NOBODY.test(match.groups!.lead!)) return null
  const { lead = '', joined } = match.groups!
  const supporting = match.groups!.supporting ?? joined ?? ''
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
    .filter((name) => name.length >= 2 && name.length <= 20 && !NO_NAME.test(name))
}

/** A label repeated, or a time limit among names. */
const NO_NAME = /^(?:牵头|配合|责任|协办)(?:单位|部门)$|[月底前]前?完成$/
