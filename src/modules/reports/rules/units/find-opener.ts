import type { KnownNames } from './known-names.ts'
import { matchUnitName, type UnitMatch } from './match-unit-name.ts'

/** A unit at the start of a sentence or clause, that what follows is said of. */
export interface Opener extends UnitMatch {
  /** The name stands alone, or before a colon. */
  readonly isHeading: boolean
}

const NUMBERING =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]\s?|[①-⑳]|[●■◆▲★·•？\-—]+|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九]是|【)+/
const LEAD_IN =
  /^(?:上次|上期|此前|前期)?被?(?:通报|挂牌|督办|约谈|点名)的|^(?:但是?(?!在|于|对)|不过|其中|而|如|特别是|尤其是)(?=[一-龥])|^(?:其中|同时|另外|与此同时|近年来|今年以来|去年以来|一年来|过去一年|[^，：。]{0,12}(?:年|月|季度|年底|月底|以来|期间|方面|日|发现|显示|反映|统计|来看|看|前|末)|(?:在|对|按|从)[^，]{2,30}(?:中|里|上|方面|看|来看))，/
/** A date that no comma closes: 一季度城关镇完成…, 8月底白塔镇…. */
const DATE =
  /^(?:(?:截[至止]|到)?(?:今年|去年|当年|全年|\d{4}年)?(?:[一二三四上前]个?季度|[上下]半年|\d{1,2}(?:-\d{1,2})?月(?:份|底|末|\d{1,2}日)?|以来|前[一二三四五六七八九十\d]{1,2}个月|当前|目前))+/
const JOINED = /^(?:、|和|及|以及|等|与[^，。；]{2,24}(?:均|都|分别|并列|双双|同为))/
const PERSON =
  /^(?:区委|县委|市委|委|党组|政府)?(?:原|副)?(?:书记|区长|县长|市长|州长|旗长|主任|局长|厅长|镇长|乡长|部长|主席|常委|领导|主要领导|负责人|负责同志|干部|代表|纪委)/
/** Speaking and attending is no account of what the unit did. */
const ATTENDS =
  /^(?:党组|党委|主要)?(?:负责人|负责同志|领导)?(?:在会上|会上|分别|先后|依次|逐一|还)*(?:就[^，。]{2,24}|围绕[^，。]{2,24}|结合[^，。]{2,20})?(?:在会上)?(?:作了?|进行了?|做了?)?(?:大会|会议|现场|经验|工作|专题|交流|表态|书面|典型|情况)*(?:通报|汇报|发言|介绍|主持|出席|参加|列席|传达|宣读|解读|陪同)/
/** 县发改局汇报，一季度…: the bureau tells of itself. */
const REPORTS =
  /^(?:主要)?(?:负责人|负责同志)?(?:随后|首先|接着|最后)?(?:作了?)?汇报(?:说|称|了|道)?[，：:]+(?=.{4})/
/** Names as places, roads, sources and parts of other names: 白塔镇至沙河镇公路, 白塔镇境内, 县统计局数据显示. */
const NOT_SUBJECT =
  /^(?:至|到|—|－|-|~|境内|境外|附近|周边|沿线|籍|以[东南西北上下内外]|(?:最新|初步|统一)?(?:统计|监测|调查)?(?:数据|核算|测算|发布|公布|消息|获悉|透露|反馈)|[东南西北]部|所在|一带|方向|段)/

/** Finds who opens where, each place of the text looked at once. */
export class OpenerFinder {
  readonly #folded: string
  readonly #known: KnownNames
  readonly #matches = new Map<number, UnitMatch | null>()

  constructor(folded: string, known: KnownNames) {
    this.#folded = folded
    this.#known = known
  }

  /** The unit at the start of a sentence or clause, or null. */
  openerAt(start: number): Opener | null {
    const at = this.afterLeadIn(start)
    const match = this.matchAt(at)
    if (!match) return null
    const after = this.#text(match.end, 8)
    if (JOINED.test(after) || PERSON.test(after)) return null
    if (match.evidence === 'alias' && !/^(?:[：:\n]|$)/.test(after) && match.end - at < 3) return null
    const mark = /^】[：:]?/.exec(after)?.[0].length ?? 0
    return { ...match, end: match.end + mark, isHeading: /^(?:[：:\n】]|——|$)/.test(after) }
  }

  /** The name of a unit that starts at an offset, or null. */
  matchAt(at: number): UnitMatch | null {
    const known = this.#matches.get(at)
    if (known !== undefined) return known
    const match = matchUnitName(this.#folded, at, this.#known)
    this.#matches.set(at, match)
    return match
  }

  /** Past numbers, 其中, 一季度， and the like. */
  afterLeadIn(start: number): number {
    let at = start
    for (let i = 0; i < 3; i++) {
      if (this.matchAt(at)) break
      const ahead = this.#text(at, 40)
      const skipped =
        NUMBERING.exec(ahead)?.[0].length ?? LEAD_IN.exec(ahead)?.[0].length ?? this.#dateLength(at, ahead)
      if (skipped === 0) break
      at += skipped
    }
    return at
  }

  /** Whether what follows a name says that somebody of the unit spoke or attended. */
  attends(end: number): boolean {
    return ATTENDS.test(this.#text(end, 40))
  }

  /** How long the words are that say a unit reports, before what it tells: 汇报，; 0 when nothing is told. */
  reports(end: number): number {
    return REPORTS.exec(this.#text(end, 24))?.[0].length ?? 0
  }

  /** Whether what follows a name says who of it acted. */
  isPerson(end: number): boolean {
    return PERSON.test(this.#text(end, 8))
  }

  /** Whether a name acts or has something: it is not a road, a place of an event or a part of another name. */
  isSubject(opener: UnitMatch): boolean {
    return !NOT_SUBJECT.test(this.#text(opener.end, 8))
  }

  /** Whether a numbered paragraph starts here. */
  isNumbered(start: number): boolean {
    return NUMBERING.test(this.#text(start, 8)) && !/^.是/.test(this.#text(start, 2))
  }

  #dateLength(at: number, ahead: string): number {
    const length = DATE.exec(ahead)?.[0].length ?? 0
    return length > 0 && this.matchAt(at + length) ? length : 0
  }

  #text(start: number, length: number): string {
    return this.#folded.slice(start, start + length)
  }
}
