import { readFileSync } from 'node:fs'
import type { NationalCalendar } from './working-calendar.ts'

const CHINA = new URL('../../packs/calendar/china.json', import.meta.url)

/** Reads the country's calendar, `packs/calendar/china.json`. Apart from the arithmetic, which runs in browsers too. */
export function readNationalCalendar(): NationalCalendar {
  return JSON.parse(readFileSync(CHINA, 'utf8')) as NationalCalendar
}
