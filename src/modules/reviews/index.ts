export { checkFigures } from './rules/figure-check/check-figures.ts'
export type { FigureFinding } from './rules/figure-check/finding.ts'
export { Home, Recurrence, UnitReview, UnitReviewLine } from './schema.ts'
