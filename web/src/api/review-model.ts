export type {
  Book,
  CorrectBook,
  Corrected,
  Correction,
  ShownLine,
} from '../../../src/modules/reviews/schema/book.ts'
export type {
  AgendaPoint,
  ChangeReview,
  EnterStage,
  ListedReview,
  OpenReview,
  Proposal,
  ReviewDetail,
  SetAgenda,
  Stage,
  StageMark,
} from '../../../src/modules/reviews/schema/cycle.ts'
export type {
  AddLine,
  ChangeLine,
  Evidence,
  Line,
  LineSide,
  Outcome,
  Sheet,
  SheetSummary,
} from '../../../src/modules/reviews/schema/sheet.ts'
export type { Source } from '../../../src/modules/reviews/schema/source.ts'
