import { isDay } from '../../../src/kernel/day.ts'

type Raw = Readonly<Record<string, unknown>>

const LIGHTS = ['none', 'on-plan', 'due-soon', 'overdue'] as const
const SORTS = ['number', '-number', 'dueOn', '-dueOn', 'lead', 'createdAt', '-createdAt'] as const

/** What the ledger shows, kept in the address so that it can be sent to a colleague. */
export interface LedgerSearch {
  q?: string
  light?: (typeof LIGHTS)[number]
  leadUnitId?: string
  source?: 'statement' | 'by-hand'
  dueFrom?: string
  dueTo?: string
  sort?: (typeof SORTS)[number]
  page?: number
  /** The item whose drawer is open. */
  item?: string
}

export function readLedgerSearch(raw: Raw): LedgerSearch {
  return {
    ...text(raw, 'q'),
    ...oneOf(raw, 'light', LIGHTS),
    ...text(raw, 'leadUnitId'),
    ...oneOf(raw, 'source', ['statement', 'by-hand'] as const),
    ...day(raw, 'dueFrom'),
    ...day(raw, 'dueTo'),
    ...oneOf(raw, 'sort', SORTS),
    ...readPageSearch(raw),
    ...text(raw, 'item'),
  }
}

export function readPageSearch(raw: Raw): { page?: number } {
  const page = Number(raw.page)
  return Number.isInteger(page) && page > 1 ? { page } : {}
}

export function readStatementSearch(raw: Raw): { statement?: string } {
  return text(raw, 'statement')
}

export function readJournalSearch(raw: Raw): { page?: number; subject?: string } {
  return { ...readPageSearch(raw), ...text(raw, 'subject') }
}

/** `next` only leads inside: a path of this site, never another host. */
export function readSignInSearch(raw: Raw): { next?: string } {
  const next = raw.next
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}

function text<Name extends string>(raw: Raw, name: Name): { [Key in Name]?: string } {
  const value = raw[name]
  const found = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return (found === '' ? {} : { [name]: found }) as { [Key in Name]?: string }
}

function day<Name extends string>(raw: Raw, name: Name): { [Key in Name]?: string } {
  const found = text(raw, name)
  return found[name] !== undefined && isDay(found[name]) ? found : {}
}

function oneOf<Name extends string, Value extends string>(
  raw: Raw,
  name: Name,
  values: readonly Value[],
): { [Key in Name]?: Value } {
  const value = values.find((candidate) => candidate === raw[name])
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value }
}
