import { z } from 'zod'
import { lineFault, type NameFault, nameFault } from './name-fault.ts'

interface Length {
  min?: number
  max: number
}

/**
 * A name that people see and choose by: trimmed, in one normal form (NFC), of one line, without characters that turn the
 * reading direction, are not seen, or come from another script than the rest of the word. What is refused is said with its
 * position and code point.
 */
export const nameText = (length: Length) => lineOf(length, nameFault)

/** A title: as a name, but its words may be of any scripts. */
export const titleText = (length: Length) => lineOf(length, lineFault)

function lineOf({ min = 1, max }: Length, faultOf: (text: string) => NameFault | undefined) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(min)
    .max(max)
    .check(({ value, issues }) => {
      const fault = faultOf(value)
      if (!fault) return
      const { kind, ...params } = fault
      issues.push({ code: 'custom', input: value, params: { keyword: `name-${kind}`, ...params } })
    })
}
