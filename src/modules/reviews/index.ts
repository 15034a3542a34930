export { Home, Recurrence, UnitReview, UnitReviewLine } from './schema.ts'
