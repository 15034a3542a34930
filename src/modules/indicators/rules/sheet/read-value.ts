import type { Cell } from '../../../../platform/sheets/index.ts'
import { parseValue } from '../values/parse-value.ts'
import { decimalOfNumber } from './cell-text.ts'
import { foldText, splitMarks } from './fold-text.ts'
import words from './words.json' with { type: 'json' }

/** What signs mean that tables use in different ways. A person declares it for the sheet; nothing is assumed. */
export interface ValueSigns {
  /** ▲3.2 is -3.2, as some offices print it; in others it only points upwards. */
  readonly triangleIsNegative: boolean
  /** (3.2) is -3.2, as accountants print it. */
  readonly parenthesesAreNegative: boolean
  /** … is "less than half of the smallest unit shown": 0. Otherwise not available. */
  readonly ellipsisIsZero: boolean
  /** — is 0, as in tables that never print 0. Otherwise not available. */
  readonly dashIsZero: boolean
}

export type ValueFault =
  | 'not-a-number'
  | 'too-many-digits'
  | 'odd-comma'
  | 'triangle'
  | 'parentheses'
  | 'approximate'
  | 'cell-error'
  | 'is-day'
  | 'unit-in-cell'

export type PrintedValue =
  | {
      readonly kind: 'value'
      readonly value: string
      readonly suffix: '' | '%' | '‰' | string
      readonly marks: string
    }
  /** The table says that there is no value; an empty cell says nothing. */
  | { readonly kind: 'not-available'; readonly marks: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly fault: ValueFault }

const EMPTY: PrintedValue = { kind: 'empty' }
const PLAIN = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{0,2}[1-9])?$/
const MISSING: ReadonlySet<string> = new Set(words.missing.map((word) => foldText(word).toLowerCase()))
const NEGLIGIBLE: ReadonlySet<string> = new Set(words.negligible.map(foldText))
const DASH = /^-+$|^—+$/
const GROUPED = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/
const SUFFIXED = /^([+-]?[\d,. ]+)([%‰]|[^\d\s,.()+-][^\d]*)$/
/** p preliminary, r revised, e estimated, as international tables mark them. */
const STATUS = /^(-?[\d,.]+)\s*\(?([pre])\)?$/

const fault = (what: ValueFault): PrintedValue => ({ kind: 'fault', fault: what })

/** Reads a value as it is printed: 1,234.5 · ３．２ · －3.2 · 12.3% · 98.1① · — · … . A blank cell is empty, never zero. */
export function readValue(cell: Cell | undefined, signs: ValueSigns): PrintedValue {
  if (cell === null || cell === undefined) return EMPTY
  if (typeof cell === 'string') return readText(cell, signs)
  if (typeof cell === 'number') return decimal(decimalOfNumber(cell), '', '')
  if (typeof cell === 'boolean') return fault('not-a-number')
  if (cell.kind === 'percent') return decimal(decimalOfNumber(cell.fraction * 100), '%', '')
  if (cell.kind === 'error')
    return isMissing(cell.text) ? { kind: 'not-available', marks: '' } : fault('cell-error')
  return fault('is-day')
}

/** The text itself when it is a plain canonical decimal, which most cells of a long file are. */
export function plainDecimal(text: string): string | undefined {
  return PLAIN.test(text) && text !== '-0' ? text : undefined
}

function readText(raw: string, signs: ValueSigns): PrintedValue {
  if (PLAIN.test(raw) && raw !== '-0') return { kind: 'value', value: raw, suffix: '', marks: '' }
  const split = splitMarks(raw)
  const text = foldText(split.text).replace(/^'/, '')
  const { marks } = split
  if (text === '') return marks === '' ? EMPTY : { kind: 'not-available', marks }
  if (NEGLIGIBLE.has(text)) return absent(signs.ellipsisIsZero, marks)
  if (isMissing(text)) return absent(DASH.test(text) && signs.dashIsZero, marks)
  if (/^[▲△▼▽↑↓]/u.test(text)) {
    const rest = text.slice(1).trim()
    const isDown = /^[▼▽↓]/u.test(text)
    if (!signs.triangleIsNegative || isDown) return fault('triangle')
    return number(rest.startsWith('-') ? rest : `-${rest}`, marks)
  }
  const parenthesis = /^\((.+)\)$/.exec(text)
  if (parenthesis)
    return signs.parenthesesAreNegative ? number(`-${parenthesis[1]!}`, marks) : fault('parentheses')
  if (/^(?:约|近|超过?|逾|大约|[<>≤≥~≈])/.test(text)) return fault('approximate')
  return number(text, marks)
}

const isMissing = (text: string) => MISSING.has(text.toLowerCase())

const absent = (isZero: boolean, marks: string): PrintedValue =>
  isZero ? { kind: 'value', value: '0', suffix: '', marks } : { kind: 'not-available', marks }

function number(text: string, marks: string): PrintedValue {
  const status = STATUS.exec(text)
  if (status) return number(status[1]!, `${marks}${status[2]}`)
  const suffixed = SUFFIXED.exec(text)
  const [bare, suffix] = suffixed ? [suffixed[1]!.trim(), suffixed[2]!.trim()] : [text, '']
  const plain = bare.startsWith('+') ? bare.slice(1) : bare
  if (/[, ]/.test(plain)) {
    if (!GROUPED.test(plain)) return fault(/[^\d,. +-]/.test(plain) ? 'not-a-number' : 'odd-comma')
    return decimal(plain.replace(/[, ]/g, ''), suffix, marks)
  }
  return decimal(plain.replace(/^(-?)\./, '$10.').replace(/\.$/, ''), suffix, marks)
}

function decimal(text: string, suffix: string, marks: string): PrintedValue {
  const scientific = /^-?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i.test(text) ? decimalOfNumber(Number(text)) : text
  const parsed = parseValue(scientific)
  if (parsed.kind === 'refused') return fault(parsed.reason)
  return { kind: 'value', value: parsed.value, suffix, marks }
}
