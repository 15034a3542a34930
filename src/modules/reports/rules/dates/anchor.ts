/** The report's date as far as it is known; relative periods and deadlines count from it. */
export interface Anchor {
  year: number
  /** 1–12. */
  month: number | null
  day: number | null
}

/** Reads `2024`, `2024-01` or `2024-01-15`; null for anything else. */
export function anchorOf(reportDate: string | null): Anchor | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(reportDate ?? '')
  if (!match) return null
  return {
    year: Number(match[1]),
    month: match[2] ? Number(match[2]) : null,
    day: match[3] ? Number(match[3]) : null,
  }
}
