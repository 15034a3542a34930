import { useState } from 'react'
import { COLUMN_KEYS, type ColumnKey, FIRST_COLUMNS } from './columns.tsx'

const KEY = 'quarterdeck.ledger.columns'

/** Which columns the reader wants, remembered on this machine; the title always stays. */
export function useColumnChoice() {
  const [chosen, setChosen] = useState(read)
  const choose = (keys: readonly ColumnKey[]) => {
    const next = COLUMN_KEYS.filter((key) => key === 'title' || keys.includes(key))
    setChosen(next)
    try {
      localStorage.setItem(KEY, next.join(','))
    } catch {
      // private windows may keep nothing: the choice then lasts as long as the page
    }
  }
  return { chosen, choose }
}

function read(): readonly ColumnKey[] {
  try {
    const kept = localStorage.getItem(KEY)?.split(',') ?? []
    const known = COLUMN_KEYS.filter((key) => kept.includes(key))
    return known.length > 0 ? known : FIRST_COLUMNS
  } catch {
    return FIRST_COLUMNS
  }
}
