import type { Span, StatementKind } from '../schema.ts'

/**
 * Text that remembers where it came from. `text`, `folded` and `at` run in step, one entry per UTF-16 unit:
 * `text` are characters as received, `folded` the same in simplified script and standard punctuation
 * (one for one, for matching only), and `at[i]` the offset of `text[i]` in the text as received.
 */
export interface MappedText {
  readonly text: string
  readonly folded: string
  readonly at: Int32Array
}

/** A stretch of a mapped text, `[start, end)` in its own offsets. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface ReportDate {
  /** `2024-01`, `2024-01-15` or `2021`; null when nothing tells. */
  readonly value: string | null
  readonly from: 'given' | 'text' | 'file-name' | 'inferred' | 'unknown'
}

export interface Meeting {
  readonly name: string
  /** The quarter a review is of, `2024Q1`. */
  readonly period: string | null
  readonly chair: string | null
  /** Units that spoke, in order, as printed without the 委 of 区委. */
  readonly speakingUnits: readonly string[]
}

/** One article after repair: its body is whole paragraphs, separated by one `\n` each (not a received character: `at` holds the offset of what follows). */
export interface Article {
  readonly index: number
  readonly title: string | null
  readonly otherHeadlines: readonly string[]
  readonly kind: import('../schema.ts').ArticleKind
  /** Body without white space, its paragraphs in reading order, damage undone. */
  readonly body: MappedText
  readonly paragraphs: readonly Range[]
  /** Rows of tables: indices into `paragraphs`, cell by cell, empty cells left out. Absent without a table. */
  readonly rows?: readonly (readonly number[])[]
  readonly meeting: Meeting | null
  /** A heading or earlier sentence sets the period of a whole section (`sectionPeriod`). */
  readonly sectionPeriod: string | null
}

/** A report read into articles: what repair and segmentation make of the text as received. */
export interface ReadReport {
  readonly received: string
  readonly reportDate: ReportDate
  readonly articles: readonly Article[]
  /** What repair did, for people: rule and where. */
  readonly repairs: readonly { readonly rule: string; readonly span: Span }[]
}

/** One statement as the grammar finds it, before anything is stored. */
export interface FoundStatement {
  readonly kind: StatementKind
  readonly articleIndex: number
  readonly unit: string | null
  readonly subject: string
  readonly period: string | null
  /** Ranges of the article's body that it quotes, in order. */
  readonly ranges: readonly Range[]
  /** 0–1, and the rule that found it, `rank.list-shares-position`. */
  readonly confidence: number
  readonly rule: string
  readonly rank?: {
    scope: string | null
    position: number | null
    streakYears: number | null
    streakText: string | null
  }
  readonly first?: { scope: string | null }
  /** Value as a decimal numeral with 万 and 亿 multiplied out. */
  readonly figure?: {
    value: string | null
    unitOfMeasure: string | null
    qualifier: string | null
    change: string | null
    isTarget: boolean
  }
  readonly task?: {
    speaker: string | null
    responsible: readonly string[]
    lead: string | null
    supporting: readonly string[]
    deadline: string | null
    theme: string | null
    /** Separate matters inside one sentence, as body ranges. */
    parts: readonly Range[]
  }
}
