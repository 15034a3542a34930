import { z } from 'zod'
import { Statement } from '../reports/index.ts'

/** A matter found short before that a later shortfall of the same unit resembles: suggested by likeness, decided by a person. */
export const Recurrence = z.object({
  earlier: Statement,
  earlierReport: z.object({ id: z.uuid(), title: z.string(), period: z.string().nullable() }),
  later: Statement,
  laterReport: z.object({ id: z.uuid(), title: z.string(), period: z.string().nullable() }),
  /** 0–1, and the words both share. */
  likeness: z.number(),
  sharedWords: z.array(z.string()),
  verdict: z.enum(['suggested', 'confirmed', 'dismissed']),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})
export type Recurrence = z.infer<typeof Recurrence>

export const DecideRecurrence = z.object({
  earlierId: z.uuid(),
  laterId: z.uuid(),
  verdict: z.enum(['confirmed', 'dismissed']),
})
export type DecideRecurrence = z.infer<typeof DecideRecurrence>

/** What the accepted statements of one review say of one unit. */
export const UnitPeriod = z.object({
  report: z.object({
    id: z.uuid(),
    title: z.string(),
    period: z.string().nullable(),
    reportDate: z.string().nullable(),
  }),
  ranks: z.array(Statement),
  firsts: z.array(Statement),
  figures: z.array(Statement),
  shortfalls: z.array(Statement),
  tasks: z.array(Statement),
})

/** A unit's review page: strengths and shortfalls by review, latest first, and what came back. */
export const UnitReview = z.object({
  unitId: z.uuid(),
  periods: z.array(UnitPeriod),
  recurrences: z.array(Recurrence),
  items: z.object({ total: z.int(), overdue: z.int(), dueSoon: z.int() }),
})
export type UnitReview = z.infer<typeof UnitReview>

/** One line per unit that any review speaks of. */
export const UnitReviewLine = z.object({
  unitId: z.uuid(),
  latestPeriod: z.string().nullable(),
  reviews: z.int(),
  ranks: z.int(),
  firsts: z.int(),
  figures: z.int(),
  shortfalls: z.int(),
  recurring: z.object({ suggested: z.int(), confirmed: z.int() }),
})
export type UnitReviewLine = z.infer<typeof UnitReviewLine>

/** Home: where the cycle stands and what waits for the person who asks. */
export const Home = z.object({
  asOf: z.iso.date(),
  quarter: z.string(),
  /** Share of the year and of the quarter that has passed, in days. */
  elapsed: z.object({
    year: z.object({ passed: z.int(), of: z.int() }),
    quarter: z.object({ passed: z.int(), of: z.int() }),
  }),
  reports: z.object({
    total: z.int(),
    withOpenStatements: z.int(),
    latest: z.object({ id: z.uuid(), title: z.string(), period: z.string().nullable() }).nullable(),
  }),
  statements: z.object({ proposed: z.int(), accepted: z.int(), rejected: z.int() }),
  items: z.object({
    total: z.int(),
    overdue: z.int(),
    dueSoon: z.int(),
    withoutLead: z.int(),
    withoutDeadline: z.int(),
  }),
  recurrences: z.object({ suggested: z.int(), confirmed: z.int() }),
  /** What waits for me, most urgent first; each opens one screen. */
  waiting: z.array(
    z.object({
      kind: z.enum(['statements', 'overdue', 'due-soon', 'without-lead', 'recurrences']),
      count: z.int(),
      href: z.string(),
    }),
  ),
})
export type Home = z.infer<typeof Home>

export {
  Book,
  BookContent,
  BookLine,
  BookSheetContent,
  Books,
  CorrectBook,
  Corrected,
  Correction,
  ShownLine,
} from './schema/book.ts'
export {
  AgendaPoint,
  AskProposal,
  ChangeReview,
  EnterStage,
  ListedReview,
  OpenReview,
  Proposal,
  Reason,
  Review,
  ReviewDetail,
  Reviews,
  SetAgenda,
  STAGES,
  Stage,
  StageMark,
} from './schema/cycle.ts'
export { Draft, DraftParam, Message } from './schema/draft.ts'
export {
  AddLine,
  ChangeLine,
  Drafted,
  Evidence,
  Line,
  LineKind,
  LineSide,
  MarkSheet,
  OfferedSources,
  Outcome,
  Sheet,
  SheetSummary,
  Sheets,
} from './schema/sheet.ts'
export { Source } from './schema/source.ts'
