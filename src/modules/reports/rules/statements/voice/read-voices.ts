import type { Article } from '../../model.ts'
import type { Sentence } from '../text/sentences.ts'
import { findSpeaker } from './find-speaker.ts'

/** Who says a sentence and how: an account of what was done, or somebody telling others what to do. */
export interface Voice {
  readonly mode: 'account' | 'instruction' | 'remark'
  readonly speaker: string | null
  /** Where what is said begins, after 指出，. */
  readonly contentStart: number
  /** The sentence itself opens the speech. */
  readonly opens: boolean
}

const VERB =
  '(?:指出|强调|要求|表示|提出了?(?:[一二三四五六七八九十几\\d]{1,2}[点项条个方]面?)?(?:明确|具体|工作|下步)*(?:意见|要求|建议|措施)|提出|明确|议定|商定|决定|认为|说|讲话|部署|通报)'
const SAYS = new RegExp(
  `(?<verb>${VERB})(?<mark>(?:了)?(?:道)?(?:[：:]“?|“)|(?=要|必须|，|$|各[级区县镇乡部单相有]|全[市县区省]上下|有关|相关))`,
  'g',
)
/** 按照…要求 and 新的要求 are nouns. */
const NOUN_BEFORE =
  /(?:按照|按|根据|依据|落实|对照|对标|紧扣|围绕|符合|满足|遵循|贯彻|总体|工作|部署|目标|任务|具体|明确|有关|相关|新|总|的|高|严格|提出了?|会议|各项|标准|时限|质量|规定|决策|战略)$/
const INSTRUCTS = new Set(['指出', '提出意见', '强调', '要求', '提出', '明确', '议定', '商定', '决定'])
const GUEST_KINDS = new Set(['agreement', 'consultation', 'signing'])

/** Who chaired, attended and spoke ends the speech before. */
const ATTENDANCE =
  /^[^要]{0,60}(?:主持(?:了)?(?:分会场)?会议|出席(?:了)?(?:会议|座谈|活动|签约)|参加(?:会议|座谈|活动|调研|考察)|列席会议|作(?:了)?(?:交流|表态|情况)?(?:发言|汇报|介绍)|陪同(?:调研|考察))[。]?$/

/** Reads the voice of every sentence of an article. A speech goes on to the end of its paragraph, and past it while sentences go on telling. */
export function readVoices(
  article: Article,
  sentences: readonly Sentence[],
  tells: (s: Sentence) => boolean,
): Voice[] {
  const { folded } = article.body
  const voices: Voice[] = []
  let current: Omit<Voice, 'contentStart' | 'opens'> = { mode: 'account', speaker: null }
  let lastPerson: string | null = null
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      const goesOn = current.mode === 'instruction' && tells(sentence)
      if (!goesOn) current = { mode: 'account', speaker: null }
      paragraph = sentence.paragraph
    }
    if (current.mode === 'instruction' && ATTENDANCE.test(folded.slice(sentence.start, sentence.end)))
      current = { mode: 'account', speaker: null }
    const opening = openSpeech(folded, sentence, lastPerson)
    if (opening) {
      lastPerson = opening.speaker ?? lastPerson
      const isGuest = GUEST_KINDS.has(article.kind) && !INSTRUCTS.has(opening.verb)
      current = { mode: isGuest ? 'remark' : 'instruction', speaker: opening.speaker }
      voices.push({ ...current, contentStart: opening.contentStart, opens: true })
      continue
    }
    voices.push({ ...current, contentStart: sentence.start, opens: false })
  }
  return giveQuotesToTheirSpeaker(folded, sentences, voices)
}

function openSpeech(folded: string, sentence: Sentence, lastPerson: string | null) {
  let subject: string | null | undefined
  for (const [i, clause] of sentence.clauses.entries()) {
    if (i > 5) return null
    const text = folded.slice(clause.start, clause.end)
    const found = findSpeaker(text)
    if (found !== undefined) subject = found
    else if (/^(?:他|她)(?:们)?(?!说明)/.test(text)) subject = lastPerson
    for (const match of text.matchAll(SAYS)) {
      const verb = match.groups!.verb!
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + verb.length, match.index + verb.length + 1)
      const isEnd = match.index + match[0].length >= text.length
      if (isEnd && clause.after !== '，' && !match.groups!.mark) continue
      if (verb === '要求' && NOUN_BEFORE.test(before) && !/会议$/.test(before)) continue
      if ((verb === '讲话' || verb === '部署' || verb === '通报') && !(isEnd && /[上中时后]$/.test(text)))
        continue
      if (/^(?:明确|决定)$/.test(verb) && after !== '，' && !isEnd) continue
      if (verb === '说' && /[小传学据胡再来]$/.test(before)) continue
      const speaks = subject !== undefined || /(?:并|还|同时)$/.test(before) || before === ''
      if (!speaks) continue
      const end = clause.start + match.index + match[0].length
      const contentStart = isEnd ? clause.end + 1 : end
      if (
        verb === '要求' &&
        isEnd === false &&
        after !== '，' &&
        !/^(?:：|:|“|要|各|全|有关|相关|必须)/.test(text.slice(match.index + 2))
      )
        continue
      return { verb, speaker: subject ?? null, contentStart: Math.min(contentStart, sentence.end) }
    }
  }
  return null
}

/** “…。”某某指出: the quoted sentences before belong to the speaker of the paragraph. */
function giveQuotesToTheirSpeaker(folded: string, sentences: readonly Sentence[], voices: Voice[]): Voice[] {
  for (const [i, sentence] of sentences.entries()) {
    const voice = voices[i]!
    if (!voice.opens || folded[sentence.start - 1] !== '”') continue
    for (let j = i - 1; j >= 0 && sentences[j]!.paragraph === sentence.paragraph; j--) {
      voices[j] = { ...voice, contentStart: sentences[j]!.start, opens: false }
      if (folded[sentences[j]!.start] === '“') {
        voices[j] = { ...voices[j]!, contentStart: sentences[j]!.start + 1 }
        break
      }
    }
  }
  return voices
}
