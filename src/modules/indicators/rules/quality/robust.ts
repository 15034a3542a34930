/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Spread that a few wild values do not widen: the median distance from the median, scaled to a normal deviation. */
export function spread(values: readonly number[], centre = median(values)): number {
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)))
}

/** To three significant digits, as a sentence shows it. */
export const shown = (value: number): number => Number(value.toPrecision(4))
