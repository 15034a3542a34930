import { expect, it } from 'vitest'
import { ItemFilterQuery } from '../../../src/modules/ledger/schema.ts'
import { ledgerLink } from './ledger-link.ts'

it('joins several values of a filter and names what is shown', () => {
  expect(ledgerLink('state=signed&state=returned&isOpen=true&leadUnitId=none', 'open')).toEqual({
    state: 'signed,returned',
    isOpen: true,
    leadUnitId: 'none',
    drill: 'open',
  })
})

it('loses no filter that the server can ask for: a number would open into other items', () => {
  const samples: Record<string, string> = {
    state: 'signed',
    light: 'red',
    kind: 'task',
    origin: 'other',
    priority: 'top',
    source: 'import',
    waits: 'office.overdue',
  }
  for (const [name, schema] of Object.entries(ItemFilterQuery.shape)) {
    const tried = [samples[name], 'true', '2026-03-31', 'words'].filter((value) => value !== undefined)
    const value = tried.find((each) => schema.safeParse(each).success) ?? crypto.randomUUID()
    expect(Object.keys(ledgerLink(`${name}=${value}`)), name).toEqual([name])
  }
})
