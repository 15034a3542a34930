import type { UnitQuarter } from '../../../api/review-over-time.ts'

/** The places of one subject, a value for each review; null where none was told. */
export interface RankLine {
  readonly subject: string
  readonly positions: readonly (number | null)[]
}

/** Subjects whose place was told at two reviews or more: fewer make no line. */
export function rankLines(quarters: readonly Pick<UnitQuarter, 'ranks'>[]): RankLine[] {
  const subjects = new Set(quarters.flatMap(({ ranks }) => ranks.map(({ subject }) => subject)))
  return [...subjects]
    .map((subject) => ({
      subject,
      positions: quarters.map(
        ({ ranks }) => ranks.find((rank) => rank.subject === subject)?.position ?? null,
      ),
    }))
    .filter(({ positions }) => positions.filter((position) => position !== null).length > 1)
}
