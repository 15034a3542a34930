import { expect, it } from 'vitest'
import { readSignInSearch } from './search.ts'

it('goes on after sign-in only inside this site', () => {
  expect(readSignInSearch({ next: '/ledger?q=1' })).toEqual({ next: '/ledger?q=1' })
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 7]) {
    expect(readSignInSearch({ next })).toEqual({})
  }
})
