import { addDays } from '../../kernel/day.ts'
import type { Cell } from './cell.ts'

const SECONDS = 86_400
/** The day before 10000-01-01, the last that Excel knows. */
const LAST = 2_958_465

/**
 * The calendar day of a serial number. Excel counts from 1900 with a 29 February 1900 that never was, or from 1904.
 * Outside its calendar the number stays a number.
 */
export function cellOfSerial(serial: number, { is1904, isTime }: { is1904: boolean; isTime: boolean }): Cell {
  const seconds = Math.round(serial * SECONDS)
  const whole = Math.floor(seconds / SECONDS)
  const time = timeOf(seconds - whole * SECONDS)
  if (isTime && whole === 0) return time ?? '00:00'
  const since1900 = is1904 ? whole + 1462 : whole
  if (since1900 < 1 || since1900 === 60 || since1900 > LAST) return serial
  const day = addDays(since1900 < 60 ? '1899-12-31' : '1899-12-30', since1900)
  return { kind: 'day', day, time }
}

/** The serial number of a day, counted from 1900. Undefined before 1 March 1900, where Excel's count is off. */
export function serialOfDay(day: string): number | undefined {
  const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / (SECONDS * 1000))
  return serial > 60 && serial <= LAST ? serial : undefined
}

function timeOf(seconds: number): string | null {
  if (seconds === 0) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`
}
