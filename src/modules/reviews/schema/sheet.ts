import { z } from 'zod'
import { Stage } from './cycle.ts'
import { Draft, Message } from './draft.ts'
import { Source } from './source.ts'

export const LineSide = z.enum(['strength', 'shortfall', 'follow-up'])
export type LineSide = z.infer<typeof LineSide>

export const LINE_KINDS = [
  'rank-near-top',
  'first',
  'rank-gain',
  'figure',
  'ahead-of-pace',
  'items-closed',
  'behind-pace',
  'bottom-of-cohort',
  'rank-fall',
  'items-overdue',
  'items-returned',
  'items-late',
  'alert',
  'came-back',
  'follow-up',
  'own',
] as const
export const LineKind = z.enum(LINE_KINDS)
export type LineKind = z.infer<typeof LineKind>

export const Outcome = z.enum(['resolved', 'improving', 'unchanged', 'came-back'])
export type Outcome = z.infer<typeof Outcome>

/** What was done about a shortfall, or how its figure moved; each with what it rests on. */
export const Evidence = z.object({
  message: Message,
  source: Source.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

const told = { sentence: z.string() }

/** A line of a unit's sheet. */
export const Line = z.object({
  id: z.uuid(),
  reviewId: z.uuid(),
  unitId: z.uuid(),
  side: LineSide,
  kind: LineKind,
  position: z.int(),
  draft: Draft,
  /** The draft as a sentence in the reader's language; empty for the office's own line. */
  sentence: z.string(),
  /** The office's own words, which stand in its place. */
  words: z.string().nullable(),
  sources: z.array(Source),
  included: z.boolean(),
  outcome: Outcome.nullable(),
  isOutcomeDecided: z.boolean(),
  evidence: z.array(Evidence.extend(told)),
  /**
   * The sources say something else today than when the line was drafted: `changed` with what they say now, `gone` when they
   * no longer give cause for the line.
   */
  stale: z
    .object({ reason: z.enum(['changed', 'gone']), now: z.object({ draft: Draft, ...told }).nullable() })
    .nullable(),
  version: z.int32(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type Line = z.infer<typeof Line>

const counts = {
  strengths: z.int(),
  shortfalls: z.int(),
  followUps: z.int(),
  /** Of these, lines left out of the book. */
  leftOut: z.int(),
  /** Lines with the office's own words. */
  worded: z.int(),
  stale: z.int(),
}
const done = { doneAt: z.iso.datetime().nullable(), doneBy: z.string().nullable() }

/** One speaker's sheet in the list of sheets. */
export const SheetSummary = z.object({ unitId: z.uuid(), position: z.int(), ...counts, ...done })
export type SheetSummary = z.infer<typeof SheetSummary>

export const Sheets = z.object({ reviewId: z.uuid(), stage: Stage, sheets: z.array(SheetSummary) })
export type Sheets = z.infer<typeof Sheets>

export const Sheet = z.object({
  reviewId: z.uuid(),
  unitId: z.uuid(),
  stage: Stage,
  ...counts,
  ...done,
  lines: z.array(Line),
})
export type Sheet = z.infer<typeof Sheet>

/** What drafting again did. */
export const Drafted = z.object({
  sheet: Sheet,
  added: z.int(),
  /** Lines without words that follow their sources. */
  renewed: z.int(),
  /** Lines that stand as they were although their sources say something else. */
  stale: z.int(),
})
export type Drafted = z.infer<typeof Drafted>

const Words = z.string().trim().min(1).max(2000)

/** The office's own line. */
export const AddLine = z.strictObject({
  unitId: z.uuid(),
  side: LineSide,
  words: Words,
  sources: z.array(Source).max(20).default([]),
  outcome: Outcome.optional(),
})
export type AddLine = z.infer<typeof AddLine>

/** What a line of the office's own may rest on. */
export const OfferedSources = z.object({ sources: z.array(Source) })
export type OfferedSources = z.infer<typeof OfferedSources>

export const ChangeLine = z.strictObject({
  version: z.int32().positive(),
  /** Null takes the office's words away, and the draft is shown again. */
  words: Words.nullable().optional(),
  included: z.boolean().optional(),
  position: z.int().min(0).max(10_000).optional(),
  outcome: Outcome.optional(),
  /** A stale line takes over what its sources say now; the office's words stay. */
  takeOver: z.literal(true).optional(),
})
export type ChangeLine = z.infer<typeof ChangeLine>

export const MarkSheet = z.strictObject({ isDone: z.boolean() })
export type MarkSheet = z.infer<typeof MarkSheet>
