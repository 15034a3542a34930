import { addDays } from '../../../../../src/kernel/day.ts'
import { formatInstant } from '../../../i18n/format.ts'

/** A moment by which something is due; the first instant of a day is the end of the day before, `2024-04-17 24:00`. */
export function formatDue(instant: string): string {
  const [day, time] = formatInstant(instant).split(' ') as [string, string]
  return time === '00:00' ? `${addDays(day, -1)} 24:00` : `${day} ${time}`
}
