import { z } from 'zod'
import { ItemState, Light } from '../../ledger/index.ts'
import { LineSide, Outcome } from './sheet.ts'

const day = z.iso.date()

export const AttachReport = z.strictObject({
  version: z.int32().positive(),
  /** Null takes the report away. */
  reportId: z.uuid().nullable(),
})
export type AttachReport = z.infer<typeof AttachReport>

export const AttachedReport = z.object({
  reviewId: z.uuid(),
  version: z.int32(),
  report: z
    .object({
      id: z.uuid(),
      title: z.string(),
      period: z.string().nullable(),
      reportDate: z.string().nullable(),
      /** Statements that nobody has decided on yet: the comparison does not know them. */
      undecided: z.int(),
    })
    .nullable(),
})
export type AttachedReport = z.infer<typeof AttachedReport>

/** What the book said. */
export const SaidLine = z.object({
  lineId: z.uuid(),
  side: LineSide,
  text: z.string(),
  outcome: Outcome.nullable(),
  href: z.string(),
})
export type SaidLine = z.infer<typeof SaidLine>

/** What the report printed. */
export const PrintedStatement = z.object({
  statementId: z.uuid(),
  kind: z.enum(['rank', 'first', 'figure', 'metric', 'shortfall']),
  subject: z.string(),
  quote: z.string(),
  href: z.string(),
})
export type PrintedStatement = z.infer<typeof PrintedStatement>

/** A line that was printed: suggested by the rule, or decided by a person. */
export const SaidPrinted = z.object({
  line: SaidLine,
  statement: PrintedStatement,
  verdict: z.enum(['suggested', 'confirmed']),
  decidedBy: z.string().nullable(),
  /** Per mille. */
  score: z.int(),
  sharedWords: z.array(z.string()),
  /** Figures and positions that both give, with both; what rounding explains agrees. */
  figures: z.array(z.object({ book: z.string(), print: z.string(), agrees: z.boolean() })),
  /** Some figure differs. */
  differs: z.boolean(),
})
export type SaidPrinted = z.infer<typeof SaidPrinted>

/** One unit's lines and sentences, each in a pair or on its own. */
export const ComparedUnit = z.object({
  unitId: z.uuid(),
  pairs: z.array(SaidPrinted),
  onlyPrinted: z.array(PrintedStatement),
  onlySaid: z.array(SaidLine),
  /** Pairs that a person rejected, so that the decision can be taken back. */
  rejected: z.array(z.object({ lineId: z.uuid(), statementId: z.uuid(), decidedBy: z.string() })),
})
export type ComparedUnit = z.infer<typeof ComparedUnit>

/** The book beside the published report, by unit in speaking order. */
export const Comparison = z.object({
  ...AttachedReport.shape,
  /** Null: not frozen yet. */
  bookNumber: z.int().nullable(),
  counts: z.object({
    pairs: z.int(),
    confirmed: z.int(),
    differing: z.int(),
    onlyPrinted: z.int(),
    onlySaid: z.int(),
  }),
  /** Empty while the report is missing. */
  units: z.array(ComparedUnit),
})
export type Comparison = z.infer<typeof Comparison>

export const DecideComparison = z.strictObject({
  lineId: z.uuid(),
  statementId: z.uuid(),
  verdict: z.enum(['confirmed', 'rejected']),
})
export type DecideComparison = z.infer<typeof DecideComparison>

/** What was promised on the day, or told in the published report. */
export const MemoEntry = z.object({
  kind: z.enum(['commitment', 'task']),
  /** Of the note or the statement. */
  id: z.uuid(),
  text: z.string(),
  /** The speaker who promised; null for a task. */
  unitId: z.uuid().nullable(),
  leadUnitId: z.uuid().nullable(),
  supportingUnitIds: z.array(z.uuid()),
  /** Who must act as printed, where that is no unit of the register: 各区. */
  responsible: z.array(z.string()),
  dueOn: day.nullable(),
  /** The item of the ledger with its number; of a task null until it is entered. */
  item: z
    .object({
      id: z.uuid(),
      number: z.string(),
      state: ItemState,
      light: Light,
      dueOn: day.nullable(),
      closedOn: day.nullable(),
    })
    .nullable(),
  href: z.string(),
})
export type MemoEntry = z.infer<typeof MemoEntry>

/** What the commitments memo says: everything promised and told, by lead and deadline. */
export const CommitmentsMemo = z.object({
  reviewId: z.uuid(),
  period: z.string(),
  title: z.string(),
  heldOn: day,
  /** The memo is due two days after the meeting. */
  dueOn: day,
  entries: z.array(MemoEntry),
  withoutItem: z.int(),
})
export type CommitmentsMemo = z.infer<typeof CommitmentsMemo>

export const EnteredCommitments = z.object({
  /** Draft items that were entered now. */
  entered: z.int(),
  /** Entries that had theirs already. */
  known: z.int(),
  memo: CommitmentsMemo,
})
export type EnteredCommitments = z.infer<typeof EnteredCommitments>
