import { type Raw, textIn } from './search-values.ts'

export function readPageSearch(raw: Raw): { page?: number } {
  const page = Number(raw.page)
  return Number.isInteger(page) && page > 1 ? { page } : {}
}

export function readStatementSearch(raw: Raw): { statement?: string } {
  const statement = textIn(raw, 'statement')
  return statement === undefined ? {} : { statement }
}

/** Which accounts are looked for. */
export function readAccountsSearch(raw: Raw): { page?: number; words?: string } {
  const words = textIn(raw, 'words')
  return { ...readPageSearch(raw), ...(words === undefined ? {} : { words }) }
}

export function readJournalSearch(raw: Raw): { page?: number; subject?: string } {
  const subject = textIn(raw, 'subject')
  return { ...readPageSearch(raw), ...(subject === undefined ? {} : { subject }) }
}

/** A report that is here already and is checked at once. */
export function readCheckSearch(raw: Raw): { report?: string } {
  const report = textIn(raw, 'report')
  return report === undefined ? {} : { report }
}

/** Which import is open. */
export function readImportSearch(raw: Raw): { id?: string } {
  const id = textIn(raw, 'id')
  return id === undefined ? {} : { id }
}

/** `next` only leads inside: a path of this site, never another host. `refused`: the single sign-on said no. */
export function readSignInSearch(raw: Raw): { next?: string; refused?: 'single-sign-on' } {
  const { next, refused } = raw
  return {
    ...(typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}),
    ...(refused === 'single-sign-on' ? { refused } : {}),
  }
}
