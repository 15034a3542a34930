const pad = (value: number) => String(value).padStart(2, '0')

interface Form {
  readonly ours: RegExp
  readonly theirs: RegExp
  readonly frequency: string
  readonly out: (match: RegExpExecArray) => string
  readonly in: (match: RegExpExecArray) => string | undefined
}

const month = (text: string | undefined) => {
  const value = Number(text)
  return value >= 1 && value <= 12 ? value : undefined
}

/**
 * Our period beside SDMX's `ObservationalTimePeriod`. A reading accumulated since January is a time range with a
 * duration (`2024-01-01/P11M`), of monthly frequency.
 */
const FORMS: readonly Form[] = [
  {
    ours: /^(\d{4})$/,
    theirs: /^(\d{4})(?:-A1)?$/,
    frequency: 'A',
    out: ([, y]) => `${y}`,
    in: ([, y]) => y,
  },
  {
    ours: /^(\d{4})H([12])$/,
    theirs: /^(\d{4})-S([12])$/,
    frequency: 'S',
    out: ([, y, h]) => `${y}-S${h}`,
    in: ([, y, h]) => `${y}H${h}`,
  },
  {
    ours: /^(\d{4})Q([1-4])$/,
    theirs: /^(\d{4})-Q([1-4])$/,
    frequency: 'Q',
    out: ([, y, q]) => `${y}-Q${q}`,
    in: ([, y, q]) => `${y}Q${q}`,
  },
  {
    ours: /^(\d{4})-(\d{2})$/,
    theirs: /^(\d{4})-M?(\d{2})$/,
    frequency: 'M',
    out: ([, y, m]) => `${y}-${m}`,
    in: ([, y, m]) => (month(m) ? `${y}-${m}` : undefined),
  },
  {
    ours: /^(\d{4})W(\d{2})$/,
    theirs: /^(\d{4})-W(\d{1,2})$/,
    frequency: 'W',
    out: ([, y, w]) => `${y}-W${w}`,
    in: ([, y, w]) => (Number(w) >= 1 && Number(w) <= 53 ? `${y}W${pad(Number(w))}` : undefined),
  },
  {
    ours: /^(\d{4}-\d{2}-\d{2})$/,
    theirs: /^(\d{4}-\d{2}-\d{2})$/,
    frequency: 'D',
    out: ([, d]) => `${d}`,
    in: ([, d]) => d,
  },
  {
    ours: /^(\d{4})-01\/\1-(\d{2})$/,
    theirs: /^(\d{4})-01-01(?:T00:00:00)?\/P(\d{1,2})M$/,
    frequency: 'M',
    out: ([, y, m]) => `${y}-01-01/P${Number(m)}M`,
    in: ([, y, m]) => (month(m) ? (Number(m) === 12 ? y : `${y}-01/${y}-${pad(Number(m))}`) : undefined),
  },
]

/** `2024H1` as `{ frequency: 'S', text: '2024-S1' }`; undefined when it is no period of ours. */
export function sdmxPeriod(period: string): { frequency: string; text: string } | undefined {
  for (const { ours, frequency, out } of FORMS) {
    const match = ours.exec(period)
    if (match) return { frequency, text: out(match) }
  }
  return undefined
}

/** `2024-S1` as `2024H1`; undefined for a period that this product does not keep (a ten-day span, an instant). */
export function periodOfSdmx(text: string): string | undefined {
  for (const { theirs, in: read } of FORMS) {
    const match = theirs.exec(text)
    if (match) return read(match)
  }
  return undefined
}
