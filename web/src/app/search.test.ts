import { expect, it } from 'vitest'
import { readLedgerSearch, readSignInSearch } from './search.ts'

it('keeps of an address what the ledger understands, and drops the rest', () => {
  const raw = {
    q: '电梯',
    light: 'red',
    sort: '-dueOn',
    dueFrom: '2024-02-30',
    page: '3',
    source: 'by-hand',
    x: 1,
  }
  expect(readLedgerSearch(raw)).toEqual({ q: '电梯', sort: '-dueOn', page: 3, source: 'by-hand' })
  expect(readLedgerSearch({ q: 2024 })).toEqual({ q: '2024' })
})

it('goes on after sign-in only inside this site', () => {
  expect(readSignInSearch({ next: '/ledger?q=1' })).toEqual({ next: '/ledger?q=1' })
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 7]) {
    expect(readSignInSearch({ next })).toEqual({})
  }
})
