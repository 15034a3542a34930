import type { paths } from './generated/schema.ts'

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : never
type BodyOf<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : never
type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: infer Answer } } }
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
export type ItemPage = Get<'/api/items'>
export type Item = ItemPage['items'][number]
export type CreateItem = BodyOf<paths['/api/items']['post']>
export type CorrectItem = BodyOf<paths['/api/items/{id}']['patch']>
export type ListItems = NonNullable<paths['/api/items']['get']['parameters']['query']>
export type UnitReviewLine = Get<'/api/reviews'>['units'][number]
export type UnitReview = Get<'/api/reviews/units/{unitId}'>
export type UnitPeriod = UnitReview['periods'][number]
export type Recurrence = UnitReview['recurrences'][number]
export type Home = Get<'/api/home'>
export type JournalPage = Get<'/api/journal'>
export type JournalEntry = JournalPage['entries'][number]
