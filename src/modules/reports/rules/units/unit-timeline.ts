import type { ArticleKind } from '../../schema.ts'
import type { Article } from '../model.ts'
import type { Sentence } from '../statements/text/sentences.ts'
import type { Voice } from '../statements/voice/read-voices.ts'
import { fold } from '../text/fold.ts'
import { type Opener, OpenerFinder } from './find-opener.ts'
import type { KnownNames } from './known-names.ts'
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

/** 三、存在问题 closes the unit before it, unless it names the next. */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分|【)[^，。；]{2,24}[】：]?$/
const ASIDE = /^(?:会上|会议(?!室)|此外，|另悉|据了解|据统计|市领导|[^，。]{0,12}出席(?:会议|座谈))/
const OWN =
  /^(?:我|本|全)(?:局|委|办|院|厅|校|街道|集团|公司|园区)(?=[一-龥])|^(?:我|本)(?:省|市|区|县|旗|州|镇|乡)|^全(?:省|市|区|县|旗|州|镇|乡)(?!首|第一|率先|唯一|领先|范围)|^(?:高新区|经开区|开发区|新区|园区)(?=[一-龥])/

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

/** How much of a remark is looked at for what it tells others to do. */
const REMARK = 400
const TELLS_TO = /(?<![重主首需只])要(?![素闻件地])|须|务必|确保|希望|应当|加快|着力|持续|进一步/
/** The statistics of a county are not those of its bureau. */
const COUNTS_FOR_ALL = /统计|调查队/
const SIGNINGS: ReadonlySet<ArticleKind> = new Set<ArticleKind>(['agreement', 'signing', 'consultation'])

const NOBODY: UnitTurn = { from: 0, unit: null, level: null, certainty: 0.6, nameEnd: 0 }

class TurnBuilder implements UnitTimeline {
  readonly #folded: string
  readonly #options: TimelineOptions
  readonly #finder: OpenerFinder
  readonly #isOwned: boolean
  /** A notice names units of every level side by side. */
  readonly #isNotice: boolean
  /** A signing names companies as parties. */
  readonly #isSigning: boolean
  /** A work report speaks of its own government, of its institutions and towns only in passing. */
  readonly #isOwn: boolean
  readonly #speaking: ReadonlySet<string>
  /** A town's report speaks of its villages and communities. */
  readonly #isOfTown: boolean
  readonly #turns: UnitTurn[] = []
  /** Names that have opened a turn before are known from then on. */
  readonly #opened = new Set<string>()
  #current: UnitTurn = NOBODY
  /** How long the unit in turn stays: past numbered paragraphs, to the next of them, or to the end of the paragraph. */
  #stay: 'section' | 'numbered' | 'paragraph' = 'paragraph'

  constructor(article: Article, options: TimelineOptions) {
    this.#folded = article.body.folded
    this.#options = options
    this.#finder = new OpenerFinder(this.#folded, options.known)
    this.#isNotice = article.kind === 'inspection-notice'
    this.#isSigning = SIGNINGS.has(article.kind)
    this.#isOwned = OWNED_KINDS.has(article.kind) || this.#isSigning
    this.#isOwn = article.kind === 'work-report'
    this.#isOfTown = /(?:[镇乡]|街道|办事处)$/.test(options.owner ?? '')
    this.#speaking = new Set((article.meeting?.speakingUnits ?? []).map(fold))
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
    if (voice.mode === 'instruction' && !this.#isRemarkedOn(sentence, previous)) {
      if (this.#current.unit !== null) this.#close(sentence.start)
      return
    }
    const isNewParagraph = previous === undefined || previous.paragraph !== sentence.paragraph
    const opener = this.#finder.openerAt(sentence.start)
    if (this.#ends(sentence, isNewParagraph, opener !== null)) this.#close(sentence.start)
    const { unit } = this.#current
    const report = opener && !COUNTS_FOR_ALL.test(opener.name) ? this.#finder.reports(opener.end) : 0
    if (opener && report > 0)
      this.#open({ ...opener, end: opener.end + report, isHeading: true }, sentence.start, isNewParagraph)
    else if (opener && this.#finder.attends(opener.end)) this.#close(sentence.start)
    else if (opener && this.#mayOpen(opener, isNewParagraph))
      this.#open(opener, sentence.start, isNewParagraph)
    else if (!this.#openJoint(sentence.start, sentence.clauses[0]?.end ?? sentence.end, sentence.end))
      this.#openOwn(sentence.start, isNewParagraph)
    this.#readClauses(sentence, unit)
  }

  /** 甲区第一个发言。市长说，上半年…居全市首位: what is told of a unit that spoke, under its name, is its own. */
  #isRemarkedOn(sentence: Sentence, previous: Sentence | undefined): boolean {
    if (previous?.paragraph !== sentence.paragraph || !this.#speaking.has(this.#current.unit ?? ''))
      return false
    return !TELLS_TO.test(this.#text(sentence.start, Math.min(REMARK, sentence.end - sentence.start)))
  }

  /** A heading, a numbered paragraph or a new one ends what a name inside the text has opened. */
  #ends(sentence: Sentence, isNewParagraph: boolean, hasOpener: boolean): boolean {
    if (ASIDE.test(this.#text(sentence.start, 24))) return true
    if (HEADING.test(this.#text(sentence.start, Math.min(40, sentence.end - sentence.start)))) return true
    if (hasOpener || this.#stay === 'section' || this.#speaking.has(this.#current.unit ?? '')) return false
    if (isNewParagraph && (this.#stay === 'paragraph' || this.#isSigning)) return true
    return isNewParagraph && this.#finder.isNumbered(sentence.start)
  }

  /** Units that open inside a sentence: a peer of the one before goes on after it, others have the turn to its end. */
  #readClauses(sentence: Sentence, before: string | null): void {
    const base = this.#current
    const stay = this.#stay
    for (const [i, clause] of sentence.clauses.entries()) {
      if (i === 0) continue
      const mark = sentence.clauses[i - 1]!.after
      if (this.#openJoint(clause.start, clause.end, sentence.end)) continue
      const local = this.#finder.openerAt(clause.start)
      if (local && local.evidence !== 'alias' && this.#mayOpenInside(local, mark))
        this.#open(local, clause.start, false)
      else if (
        this.#current !== base &&
        ((mark === '；' && this.#isOwn) || OWN.test(this.#text(clause.start, 6)))
      )
        this.#turn({ ...base, from: clause.start, nameEnd: 0 })
      else if (/^[我本]/.test(this.#text(clause.start, 1))) this.#openOwn(clause.start, false)
    }
    const { unit, level } = this.#current
    if (this.#current === base || unit === null || this.#speaking.has(unit)) return
    if (base.level !== null && base.level !== 'city' && base.unit !== before && arePeers(base.level, level!))
      return
    this.#turn({ ...base, from: sentence.end, nameEnd: 0 })
    this.#stay = stay
  }

  #text(start: number, length: number): string {
    return this.#folded.slice(start, start + length)
  }

  #mayOpen(opener: Opener, isNewParagraph: boolean): boolean {
    if (this.#speaking.has(opener.name)) return true
    if (opener.name.endsWith('社区') && !this.#mayBeCommunity()) return opener.isHeading
    const { level } = this.#current
    if (opener.evidence === 'known') return opener.level !== 'city' || isNewParagraph
    if (opener.isHeading) return true
    if (this.#opened.has(opener.name)) return true
    if (this.#speaking.has(this.#current.unit ?? '') || !this.#finder.isSubject(opener)) return false
    if (opener.evidence === 'place' && opener.level === 'department') return true
    if (level === null || level === 'city') return opener.level !== 'enterprise' || isNewParagraph
    return arePeers(level, opener.level) || isNewParagraph || this.#isNotice || this.#isSigning
  }

  /** A community opens in the report of a town, or after a village. */
  #mayBeCommunity(): boolean {
    return this.#isOfTown || /(?:村|社区)$/.test(this.#current.unit ?? '')
  }

  /** Inside a sentence a name takes over from nobody, from the owner, or from a peer: 甲县…；乙县…. */
  #mayOpenInside(opener: Opener, mark: string): boolean {
    if (this.#speaking.has(opener.name)) return true
    if (opener.name.endsWith('社区') && !this.#mayBeCommunity()) return false
    const { level, unit } = this.#current
    if (this.#speaking.has(unit ?? '') || !this.#finder.isSubject(opener)) return false
    if (this.#opened.has(opener.name)) return true
    if (this.#finder.attends(opener.end)) return false
    if (this.#isNotice) return true
    if (opener.level === 'enterprise') return level === null && this.#isSigning
    if (level === null || level === 'city')
      return !(this.#isOwn && opener.level === 'department') || opener.evidence === 'known'
    return arePeers(level, opener.level) || (mark === '；' && this.#stay === 'paragraph')
  }

  #open(opener: Opener, from: number, isNewParagraph: boolean): void {
    this.#opened.add(opener.name)
    const isSure = this.#speaking.has(opener.name) || opener.evidence === 'known'
    this.#stay = opener.isHeading || isSure ? 'section' : isNewParagraph ? 'numbered' : 'paragraph'
    this.#turn({
      from,
      unit: opener.name,
      level: opener.level,
      certainty: this.#certaintyOf(opener),
      nameEnd: opener.end,
    })
  }

  #certaintyOf(opener: Opener): number {
    if (this.#speaking.has(opener.name)) return 0.98
    if (opener.evidence === 'known') return 0.95
    if (opener.isHeading) return 0.93
    return opener.evidence === 'place' ? 0.9 : 0.75
  }

  /** Several units at once have the turn to the end of their sentence only. */
  #openJoint(start: number, clauseEnd: number, sentenceEnd: number): boolean {
    const from = this.#finder.afterLeadIn(start)
    if (!this.#finder.matchAt(from)) return false
    const named = namedUnitsAt(this.#folded, { start: from, end: clauseEnd }, this.#options.known)
    for (const name of named?.units ?? []) this.#opened.add(name)
    if (
      !named ||
      clauseEnd - named.end < 3 ||
      this.#finder.attends(named.end) ||
      this.#finder.isPerson(named.end)
    )
      return false
    if (
      this.#speaking.has(this.#current.unit ?? '') &&
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
  #openOwn(start: number, isNewParagraph: boolean): void {
    const from = this.#finder.afterLeadIn(start)
    const word = OWN.exec(this.#text(from, 6))?.[0]
    if (!word || (this.#current.unit !== null && !isNewParagraph)) return
    if (this.#current.unit?.endsWith(word.at(-1)!)) return
    if (!this.#isOwned && word.startsWith('全')) {
      this.#close(start)
      return
    }
    const { owner } = this.#options
    if (/^[高经开新园]/.test(word) && !owner?.endsWith(word)) return
    if (owner === null && /^全[^县旗州镇乡]/.test(word)) return
    this.#stay = 'numbered'
    this.#turn({
      from: start,
      unit: owner ?? word,
      level: 'city',
      certainty: 0.8,
      nameEnd: from + word.length,
    })
  }

  #close(from: number): void {
    this.#stay = 'paragraph'
    this.#turn({ ...NOBODY, from })
  }

  #turn(turn: UnitTurn): void {
    this.#current = turn
    const later = this.#turns.findLastIndex((each) => each.from <= turn.from)
    this.#turns.splice(later + 1, 0, turn)
  }
}
