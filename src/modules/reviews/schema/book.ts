import { z } from 'zod'
import { Draft } from './draft.ts'
import { Evidence, LineKind, LineSide, Outcome } from './sheet.ts'
import { Source } from './source.ts'

const Both = z.object({ zh: z.string(), en: z.string() })

/** A line as it was frozen. */
export const BookLine = z.object({
  lineId: z.uuid(),
  side: LineSide,
  kind: LineKind,
  position: z.int(),
  /** The draft in both languages; `words` stand in its place where the office wrote them. */
  text: Both,
  words: z.string().nullable(),
  draft: Draft,
  outcome: Outcome.nullable(),
  /** Its sources said something else already when it was frozen, and somebody said to freeze it as it stood. */
  isStale: z.boolean().optional(),
  sources: z.array(Source),
  evidence: z.array(Evidence.extend({ text: Both })),
})
export type BookLine = z.infer<typeof BookLine>

/** What a sheet of the book holds, and what its hash covers. */
export const BookSheetContent = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  position: z.int(),
  minutes: z.int(),
  lines: z.array(BookLine),
})
export type BookSheetContent = z.infer<typeof BookSheetContent>

/** What the book itself holds: the sheets by their hashes. */
export const BookContent = z.object({
  number: z.int(),
  review: z.object({
    id: z.uuid(),
    period: z.string(),
    title: z.string(),
    heldAt: z.iso.datetime(),
    cutOn: z.iso.date(),
  }),
  agenda: z.array(
    z.object({
      position: z.int(),
      kind: z.enum(['speech', 'other']),
      title: z.string(),
      unitId: z.uuid().nullable(),
      minutes: z.int(),
    }),
  ),
  sheets: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), contentHash: z.string() })),
  /** How many lines were stale when they were frozen; missing from books that were frozen before this was counted. */
  staleLines: z.int().optional(),
})
export type BookContent = z.infer<typeof BookContent>

/** What a correction says of a line: only what it changes. */
export const Corrected = z.strictObject({
  words: z.string().trim().min(1).max(2000).optional(),
  outcome: Outcome.optional(),
  /** False: the line no longer stands in the book. */
  included: z.boolean().optional(),
})
export type Corrected = z.infer<typeof Corrected>

export const Correction = z.object({
  seq: z.int(),
  lineId: z.uuid(),
  unitId: z.uuid(),
  before: Corrected,
  after: Corrected,
  reason: z.string(),
  correctedAt: z.iso.datetime(),
  correctedBy: z.string(),
})
export type Correction = z.infer<typeof Correction>

export const CorrectBook = z.strictObject({
  lineId: z.uuid(),
  after: Corrected.refine((after) => Object.keys(after).length > 0, { message: 'what is corrected' }),
  reason: z.string().trim().min(1).max(500),
})
export type CorrectBook = z.infer<typeof CorrectBook>

/** A line as the book shows it now: as frozen, then as corrected. */
export const ShownLine = BookLine.extend({
  /** Words or draft, in the reader's language. */
  shown: z.string(),
  included: z.boolean(),
  /** Numbers of the corrections that changed it. */
  corrections: z.array(z.int()),
})
export type ShownLine = z.infer<typeof ShownLine>

/** A book with the sheets that the reader may see. */
export const Book = z.object({
  number: z.int(),
  reviewId: z.uuid(),
  contentHash: z.string(),
  /** What is stored still has these hashes, the book's and those of the sheets shown. */
  isIntact: z.boolean(),
  frozenAt: z.iso.datetime(),
  frozenBy: z.string(),
  content: BookContent,
  sheets: z.array(
    BookSheetContent.omit({ lines: true }).extend({ contentHash: z.string(), lines: z.array(ShownLine) }),
  ),
  corrections: z.array(Correction),
})
export type Book = z.infer<typeof Book>

export const Books = z.object({
  books: z.array(
    z.object({
      number: z.int(),
      reviewId: z.uuid(),
      period: z.string(),
      title: z.string(),
      contentHash: z.string(),
      frozenAt: z.iso.datetime(),
      frozenBy: z.string(),
      corrections: z.int(),
    }),
  ),
})
export type Books = z.infer<typeof Books>
