/** The quarter after `2023Q4`. */
export function quarterAfter(period: string): string {
  const [year, quarter] = [Number(period.slice(0, 4)), Number(period.slice(5))]
  return quarter === 4 ? `${year + 1}Q1` : `${year}Q${quarter + 1}`
}

/** The quarter that ended last before a day. */
export function quarterBefore(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const quarter = Math.ceil(month / 3)
  return quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`
}

/** Quarters to choose from, the latest first: five years back from the year of a day, and to the end of the next. */
export function quartersAround(day: string): string[] {
  const year = Number(day.slice(0, 4))
  return Array.from({ length: 7 }, (_, at) => year + 1 - at).flatMap((each) =>
    [4, 3, 2, 1].map((quarter) => `${each}Q${quarter}`),
  )
}
