import { addDays, type Day, daysBetween, daysInMonth } from '../../../../../src/kernel/day.ts'

export type TimeScaleName = 'month' | 'quarter' | 'year'

/** A stretch of time as it is drawn: places on it are per cent of its width. */
export interface TimeScale {
  readonly name: TimeScaleName
  /** Its first month, `YYYY-MM`. */
  readonly month: string
  readonly from: Day
  /** The last day, still inside. */
  readonly to: Day
  readonly ticks: readonly { readonly day: Day; readonly at: number }[]
}

const MONTHS: Readonly<Record<TimeScaleName, number>> = { month: 1, quarter: 3, year: 12 }

/** The stretch of so many months from a month; without one, the natural one that holds the day. */
export function timeScale(
  name: TimeScaleName,
  { month, day }: { month?: string | undefined; day: Day },
): TimeScale {
  const first = month ?? firstMonth(name, day)
  const from = `${first}-01`
  const to = addDays(`${monthAfter(first, MONTHS[name])}-01`, -1)
  const days = tickDays(name, from, to)
  const bare = { name, month: first, from, to }
  return { ...bare, ticks: days.map((tick) => ({ day: tick, at: placeOf(tick, bare) })) }
}

/** Where a day begins, in per cent; below 0 and above 100 outside. */
export function placeOf(day: Day, { from, to }: Pick<TimeScale, 'from' | 'to'>): number {
  return (daysBetween(from, day) / (daysBetween(from, to) + 1)) * 100
}

/** The part of a span of days that can be seen, from the beginning of the first to the end of the last; undefined when none. */
export function spanOn(scale: TimeScale, from: Day, to: Day): { left: number; width: number } | undefined {
  const left = Math.max(0, placeOf(from, scale))
  const right = Math.min(100, placeOf(addDays(to, 1), scale))
  return right <= left ? undefined : { left, width: right - left }
}

/** How much of the visible part of a bar is filled, in per cent, when the whole is filled to a progress. */
export function filledShare(
  scale: TimeScale,
  { from, to, progress }: { from: Day; to: Day; progress: number },
): number {
  const seen = spanOn(scale, from, to)
  if (!seen) return 0
  const [start, end] = [placeOf(from, scale), placeOf(addDays(to, 1), scale)]
  const filledTo = start + ((end - start) * progress) / 100
  return (Math.min(Math.max(filledTo - seen.left, 0), seen.width) / seen.width) * 100
}

/** The month of the stretch before or after. */
export function monthBeside(scale: TimeScale, direction: 1 | -1): string {
  return monthAfter(scale.month, MONTHS[scale.name] * direction)
}

export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const index = year * 12 + number - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

function firstMonth(name: TimeScaleName, day: Day): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  if (name === 'month') return day.slice(0, 7)
  return name === 'year' ? `${year}-01` : `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}`
}

/** Every fifth day of a month, the first days of the months of a longer stretch. */
function tickDays(name: TimeScaleName, from: Day, to: Day): Day[] {
  if (name === 'month') {
    const [year, month] = from.split('-').map(Number) as [number, number]
    return [1, 6, 11, 16, 21, 26]
      .filter((day) => day <= daysInMonth(year, month))
      .map((day) => `${from.slice(0, 8)}${String(day).padStart(2, '0')}`)
  }
  const days: Day[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month, 1))
    days.push(`${month}-01`)
  return days
}
