import { z } from 'zod'
import { nameFault } from './name-fault.ts'

/**
 * A name that people see and choose by: trimmed, in one normal form (NFC), of one line, without characters that turn the
 * reading direction, are not seen, or come from another script than the rest of the word. What is refused is said with its
 * position and code point.
 */
export function nameText({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(min)
    .max(max)
    .check(({ value, issues }) => {
      const fault = nameFault(value)
      if (!fault) return
      const { kind, ...params } = fault
      issues.push({ code: 'custom', input: value, params: { keyword: `name-${kind}`, ...params } })
    })
}
