import { isDay } from '../../../src/kernel/day.ts'

export type Raw = Readonly<Record<string, unknown>>

/** A word of the address; undefined when it is not there. Numbers come as text. */
export function textIn(raw: Raw, name: string): string | undefined {
  const value = raw[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function dayIn(raw: Raw, name: string): string | undefined {
  const text = textIn(raw, name)
  return text !== undefined && isDay(text) ? text : undefined
}

export function flagIn(raw: Raw, name: string): boolean | undefined {
  const value = raw[name]
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
}

/** Several values joined by commas: given so, or as `state=signed&state=returned`. */
export function freeListIn(raw: Raw, name: string): string | undefined {
  return given(raw, name).join(',') || undefined
}

/** Those of several values that are known, in the order in which they are known. */
export function listIn(raw: Raw, name: string, known: readonly string[]): string | undefined {
  const values = given(raw, name)
  return known.filter((candidate) => values.includes(candidate)).join(',') || undefined
}

function given(raw: Raw, name: string): string[] {
  const value = raw[name]
  return (Array.isArray(value) ? value : [value])
    .flatMap((part) => (typeof part === 'string' ? part.split(',') : []))
    .filter((part) => part !== '')
}
