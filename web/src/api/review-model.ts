import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type ListedReview = Get<'/api/reviews/cycles'>['reviews'][number]
export type ReviewDetail = Get<'/api/reviews/cycles/{id}'>
export type Stage = ReviewDetail['stage']
export type StageMark = ReviewDetail['stages'][number]
export type AgendaPoint = ReviewDetail['agenda'][number]
export type Proposal = Get<'/api/reviews/cycles/{id}/proposal'>
export type OpenReview = BodyOf<paths['/api/reviews/cycles']['post']>
export type ChangeReview = BodyOf<paths['/api/reviews/cycles/{id}']['patch']>
export type SetAgenda = BodyOf<paths['/api/reviews/cycles/{id}/agenda']['put']>
export type EnterStage = BodyOf<paths['/api/reviews/cycles/{id}/stage']['post']>

export type SheetSummary = Get<'/api/reviews/cycles/{id}/sheets'>['sheets'][number]
export type Sheet = Get<'/api/reviews/cycles/{id}/sheets/{unitId}'>
export type Line = Sheet['lines'][number]
export type LineSide = Line['side']
export type Outcome = NonNullable<Line['outcome']>
export type Evidence = Line['evidence'][number]
export type Source = Line['sources'][number]
export type AddLine = BodyOf<paths['/api/reviews/cycles/{id}/lines']['post']>
export type ChangeLine = BodyOf<paths['/api/reviews/lines/{lineId}']['patch']>

export type Book = Get<'/api/reviews/cycles/{id}/book'>
export type Correction = Book['corrections'][number]
export type Corrected = Correction['after']
export type CorrectBook = BodyOf<paths['/api/reviews/cycles/{id}/corrections']['post']>
