import { parseValue } from '../../../../../../src/modules/indicators/rules/values/parse-value.ts'

export type CleanEntry =
  /** A decimal; null: not available; empty: taken back. */
  | { readonly kind: 'value'; readonly value: string | null }
  | { readonly kind: 'wrong'; readonly reason: 'not-a-number' | 'too-many-digits' }

const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/
const NONE = /^[-—–]+$/u

/** What a person typed or pasted into a cell, as the server takes it: 1,234.50 is 1234.5, a dash means that there is none. */
export function cleanEntry(text: string): CleanEntry {
  const flat = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (flat === '') return { kind: 'value', value: '' }
  if (NONE.test(flat)) return { kind: 'value', value: null }
  const parsed = parseValue(THOUSANDS.test(flat) ? flat.replaceAll(',', '') : flat)
  return parsed.kind === 'refused'
    ? { kind: 'wrong', reason: parsed.reason }
    : { kind: 'value', value: parsed.value }
}
