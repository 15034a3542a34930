import type { Article } from '../model.ts'
import type { Sentence } from '../statements/text/sentences.ts'
import type { Voice } from '../statements/voice/read-voices.ts'
import type { KnownNames } from './known-names.ts'
import { matchUnitName, type UnitMatch } from './match-unit-name.ts'
import { namedUnitsAt } from './named-units.ts'
import { OWNED_KINDS } from './owned-kinds.ts'
import { arePeers, type UnitLevel } from './unit-level.ts'

/** A unit that the text speaks of from an offset on, null where it speaks of none. */
export interface UnitTurn {
  readonly from: number
  readonly unit: string | null
  /** Further units that the same words are said of: 甲镇、乙镇…. */
  readonly others?: readonly string[]
  readonly level: UnitLevel | null
  /** How sure the attribution is, 0–1. */
  readonly certainty: number
  /** End of the name that opened the turn. */
  readonly nameEnd: number
}

/** The turns of an article in order. */
export interface UnitTimeline {
  at(offset: number): UnitTurn
}

export interface TimelineOptions {
  readonly known: KnownNames
  readonly owner: string | null
}

const NUMBERING =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]\s?|[①-⑳]|[●■◆▲★·•\-—]+|第[一二三四五六七八九十]{1,3}[，、]|一是|二是|三是)+/
const LEAD_IN =
  /^(?:上次|上期|此前|前期)?被?(?:通报|挂牌|督办|约谈|点名)的|^(?:但是?(?!在|于|对)|不过|其中)(?=[一-龥])|^(?:其中|同时|另外|与此同时|近年来|今年以来|去年以来|一年来|过去一年|[^，：。]{0,12}(?:年|月|季度|年底|月底|以来|期间|方面|日|发现|显示|反映|统计|来看|看)|(?:在|对)[^，]{2,30}(?:中|里|上|方面))，/
/** 三、存在问题 closes the unit before it, unless it names the next. */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分|【)[^，。；]{2,24}[】：]?$/
const JOINED = /^(?:、|和|与|及|以及|等)/
const PERSON =
  /^(?:区委|县委|市委|委|党组|政府)?(?:原|副)?(?:书记|区长|县长|市长|州长|旗长|主任|局长|厅长|镇长|乡长|部长|主席|常委|领导|主要领导|负责人|负责同志|干部|代表|纪委)/
const OWN =
  /^(?:我|本|全)(?:局|委|办|院|厅|校|街道|集团|公司|园区)(?=[一-龥])|^(?:我|本)(?:省|市|区|县|旗|州|镇|乡)|^全(?:省|市|区|县|旗|州|镇|乡)(?!首|第一|率先|唯一|领先|范围)|^(?:高新区|经开区|开发区|新区|园区)(?=[一-龥])/
/** Speaking and attending is no account of what the unit did. */
const ATTENDS =
  /^(?:党组|党委|主要)?(?:负责人|负责同志|领导)?(?:在会上|会上|分别|先后|依次|逐一|还)*(?:就[^，。]{2,24}|围绕[^，。]{2,24}|结合[^，。]{2,20})?(?:在会上)?(?:作了?|进行了?|做了?)?(?:交流|表态|书面|典型|情况)?(?:通报|汇报|发言|介绍|主持|出席|参加|列席|传达|宣读|解读|陪同)/

/** Reads which unit each stretch of an article speaks of: a unit opens at the start of a sentence and carries over until the next. */
export function readUnitTimeline(
  article: Article,
  sentences: readonly Sentence[],
  voices: readonly Voice[],
  options: TimelineOptions,
): UnitTimeline {
  const turns = new TurnBuilder(article, options)
  for (const [i, sentence] of sentences.entries()) turns.read(sentence, voices[i]!, sentences[i - 1])
  return turns
}

const NOBODY: UnitTurn = { from: 0, unit: null, level: null, certainty: 0.6, nameEnd: 0 }

class TurnBuilder implements UnitTimeline {
  readonly #folded: string
  readonly #options: TimelineOptions
  readonly #isOwned: boolean
  readonly #speaking: ReadonlySet<string>
  readonly #turns: UnitTurn[] = []
  /** Names that have opened a turn before are known from then on. */
  readonly #opened = new Set<string>()
  readonly #matches = new Map<number, UnitMatch | null>()
  #current: UnitTurn = NOBODY

  constructor(article: Article, options: TimelineOptions) {
    this.#folded = article.body.folded
    this.#options = options
    this.#isOwned = OWNED_KINDS.has(article.kind)
    this.#speaking = new Set(article.meeting?.speakingUnits ?? [])
  }

  at(offset: number): UnitTurn {
    let low = 0
    let high = this.#turns.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#turns[middle]!.from <= offset) low = middle + 1
      else high = middle
    }
    return this.#turns[low - 1] ?? NOBODY
  }

  read(sentence: Sentence, voice: Voice, previous: Sentence | undefined): void {
    if (voice.mode !== 'account') {
      if (this.#current.unit !== null) this.#turn({ ...NOBODY, from: sentence.start })
      return
    }
    if (
      /^(?:会上|会议(?!室)|此外，|另悉|据了解|据统计|市领导|[^，。]{0,12}出席(?:会议|座谈))/.test(
        this.#text(sentence.start, 24),
      )
    )
      this.#turn({ ...NOBODY, from: sentence.start })
    if (HEADING.test(this.#text(sentence.start, Math.min(40, sentence.end - sentence.start))))
      this.#turn({ ...NOBODY, from: sentence.start })
    const isNewParagraph = previous === undefined || previous.paragraph !== sentence.paragraph
    const opener = this.#openerAt(sentence.start)
    if (opener && ATTENDS.test(this.#text(opener.end, 40))) this.#turn({ ...NOBODY, from: sentence.start })
    else if (opener && this.#mayOpen(opener, isNewParagraph)) this.#open(opener, sentence.start)
    else if (!this.#openJoint(sentence.start, sentence.clauses[0]!.end, sentence.end))
      this.#openOwn(sentence, isNewParagraph)
    for (const [i, clause] of sentence.clauses.entries()) {
      if (i === 0) continue
      if (this.#openJoint(clause.start, clause.end, sentence.end)) continue
      const local = this.#openerAt(clause.start)
      if (local && local.evidence !== 'alias' && this.#mayOpenInside(local, sentence.clauses[i - 1]!.after))
        this.#open(local, clause.start)
    }
  }

  #text(start: number, length: number): string {
    return this.#folded.slice(start, start + length)
  }

  /** A unit at the start of a sentence or clause, that what follows is said of. */
  #openerAt(start: number): (UnitMatch & { isHeading: boolean }) | null {
    const at = this.#afterLeadIn(start)
    const match = this.#match(at)
    if (!match) return null
    const after = this.#text(match.end, 8)
    if (JOINED.test(after) || PERSON.test(after)) return null
    if (match.evidence === 'alias' && !/^(?:[：:\n]|$)/.test(after) && match.end - at < 3) return null
    return { ...match, isHeading: /^(?:[：:\n]|——|$)/.test(after) }
  }

  #match(at: number): UnitMatch | null {
    const known = this.#matches.get(at)
    if (known !== undefined) return known
    const match = matchUnitName(this.#folded, at, this.#options.known)
    this.#matches.set(at, match)
    return match
  }

  #afterLeadIn(start: number): number {
    let at = start
    for (let i = 0; i < 3; i++) {
      if (this.#match(at)) break
      const ahead = this.#text(at, 40)
      const skipped = NUMBERING.exec(ahead)?.[0].length ?? LEAD_IN.exec(ahead)?.[0].length ?? 0
      if (skipped === 0) break
      at += skipped
    }
    return at
  }

  #mayOpen(opener: UnitMatch & { isHeading: boolean }, isNewParagraph: boolean): boolean {
    if (this.#speaking.has(opener.name)) return true
    const { level } = this.#current
    if (opener.evidence === 'known') return opener.level !== 'city' || isNewParagraph
    if (opener.isHeading) return true
    if (this.#opened.has(opener.name)) return true
    if (this.#speaking.size > 0 && this.#current.unit !== null) return false
    if (opener.evidence === 'place' && opener.level === 'department') return true
    if (opener.evidence === 'place') return level === null || arePeers(level, opener.level) || isNewParagraph
    return level === null ? isNewParagraph : arePeers(level, opener.level)
  }

  /** Inside a sentence only a peer of the unit in turn takes over: 甲县…；乙县…. */
  #mayOpenInside(opener: UnitMatch, mark: string): boolean {
    const { level } = this.#current
    if (this.#speaking.size > 0) return this.#speaking.has(opener.name)
    if (level === null) return mark === '；' || opener.evidence !== 'grammar' || this.#opened.has(opener.name)
    return (
      arePeers(level, opener.level) &&
      (opener.evidence !== 'grammar' || this.#opened.has(opener.name) || /^[市县区省州]/.test(opener.name))
    )
  }

  #open(opener: UnitMatch & { isHeading: boolean }, from: number): void {
    this.#opened.add(opener.name)
    const certainty = this.#speaking.has(opener.name)
      ? 0.98
      : opener.evidence === 'known'
        ? 0.95
        : opener.isHeading
          ? 0.93
          : opener.evidence === 'place'
            ? 0.9
            : 0.75
    this.#turn({ from, unit: opener.name, level: opener.level, certainty, nameEnd: opener.end })
  }

  /** Several units at once have the turn to the end of their sentence only. */
  #openJoint(start: number, clauseEnd: number, sentenceEnd: number): boolean {
    const from = this.#afterLeadIn(start)
    if (!this.#match(from)) return false
    const named = namedUnitsAt(this.#folded, { start: from, end: clauseEnd }, this.#options.known)
    for (const name of named?.units ?? []) this.#opened.add(name)
    if (
      !named ||
      clauseEnd - named.end < 3 ||
      ATTENDS.test(this.#text(named.end, 40)) ||
      PERSON.test(this.#text(named.end, 8))
    )
      return false
    if (
      this.#speaking.size > 0 &&
      this.#current.unit !== null &&
      !named.units.every((unit) => this.#speaking.has(unit))
    )
      return false
    const before = this.#current
    const [unit, ...others] = named.units
    this.#turn({ from: start, unit: unit!, others, level: named.level, certainty: 0.85, nameEnd: named.end })
    this.#turn({ ...before, from: sentenceEnd, nameEnd: 0 })
    this.#current = { ...before, level: named.level }
    return true
  }

  /** 我区, 全县 and 全市 mean the owner of the report, or themselves when none is named; inside a section, its unit. */
  #openOwn(sentence: Sentence, isNewParagraph: boolean): void {
    const from = this.#afterLeadIn(sentence.start)
    const word = OWN.exec(this.#text(from, 6))?.[0]
    if (!word || (this.#current.unit !== null && !isNewParagraph)) return
    if (this.#current.unit?.endsWith(word.at(-1)!)) return
    if (!this.#isOwned && word.startsWith('全')) {
      this.#turn({ ...NOBODY, from: sentence.start })
      return
    }
    const { owner } = this.#options
    if (owner === null && /^(?:全[^县旗州镇乡]|高|经|开|新|园)/.test(word)) return
    this.#turn({
      from: sentence.start,
      unit: owner ?? word,
      level: 'city',
      certainty: 0.8,
      nameEnd: from + word.length,
    })
  }

  #turn(turn: UnitTurn): void {
    this.#current = turn
    const later = this.#turns.findLastIndex((each) => each.from <= turn.from)
    this.#turns.splice(later + 1, 0, turn)
  }
}
