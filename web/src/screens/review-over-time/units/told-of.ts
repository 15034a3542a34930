import type { UnitQuarter } from '../../../api/review-over-time.ts'

/** As the report tells, else as the book said; null where neither spoke of the unit. */
export const strengthsOf = ({ printed, book }: UnitQuarter) => printed?.strengths ?? book?.strengths ?? null
export const shortfallsOf = ({ printed, book }: UnitQuarter) =>
  printed?.shortfalls ?? book?.shortfalls ?? null
