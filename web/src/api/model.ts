import type { paths } from './generated/schema.ts'

export type { CorrectItem, CreateItem, Item, ItemPage } from '../../../src/modules/ledger/schema.ts'

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never
export type BodyOf<Operation> = Operation extends {
  requestBody?: { content: { 'application/json': infer Body } }
}
  ? Body
  : never
export type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: infer Answer } } }
  ? Json<Answer>
  : never

export type Session = Get<'/api/session'>
export type Register = Get<'/api/units'>
export type Unit = Register['units'][number]
export type Cohort = Register['cohorts'][number]
export type ReportPage = Get<'/api/reports'>
export type ReportSummary = ReportPage['reports'][number]
export type Report = Get<'/api/reports/{id}'>
export type Article = Report['articles'][number]
export type Statement = Get<'/api/reports/{id}/statements'>['statements'][number]
export type StatementKind = Statement['kind']
export type StatementStatus = Statement['status']
export type Span = Statement['spans'][number]
export type AddStatement = BodyOf<paths['/api/reports/{id}/statements']['post']>
export type CorrectStatement = BodyOf<paths['/api/statements/{id}']['patch']>
export type SplitStatement = BodyOf<paths['/api/statements/{id}/split']['post']>
export type Decision = BodyOf<paths['/api/statements/{id}/decide']['post']>['decision']
export type UnitReviewLine = Get<'/api/reviews'>['units'][number]
export type UnitReview = Get<'/api/reviews/units/{unitId}'>
export type UnitPeriod = UnitReview['periods'][number]
export type Recurrence = UnitReview['recurrences'][number]
export type Home = Get<'/api/home'>
export type JournalPage = Get<'/api/journal'>
export type JournalEntry = JournalPage['entries'][number]
export type InboxMessage = Get<'/api/inbox'>['messages'][number]
export type InboxPreferences = Get<'/api/inbox/preferences'>
export type Webhook = Get<'/api/inbox/webhook'>
export type MarkRead = BodyOf<paths['/api/inbox/read']['post']>
export type SavePreferences = BodyOf<paths['/api/inbox/preferences']['put']>
export type SaveWebhook = BodyOf<paths['/api/inbox/webhook']['put']>
