import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CorrectItem, CreateItem } from '../../../../../src/modules/ledger/schema.ts'
import type { Item } from '../../../api/model.ts'
import { correctionOf, correctionScope, needsReason } from './correction-of.ts'
import { draftOf, fieldsOf, fieldsOfItem, type ItemFields, NEW_ITEM } from './item-draft.ts'
import { mergeFields } from './merge-fields.ts'

const UNIT = '0190a000-0000-7000-8000-000000000001'
const LIMIT = { count: 15, unit: 'working', dayZero: 'next-day', cutoff: '17:30' } as const
const full: ItemFields = {
  ...NEW_ITEM,
  title: '泵站检修',
  theme: '防汛',
  tags: ['汛前'],
  criterion: { indicator: '完成率', unitOfMeasure: '%', direction: 'at-least', target: '100' },
  leadUnitId: UNIT,
  dueOn: '2024-06-30',
  plan: { kind: 'nodes', nodes: [{ name: '全部完成', on: '2024-06-30', progress: 100 }] },
}
const itemOf = (fields: ItemFields, rest: Partial<Item> = {}) =>
  ({ ...fields, state: 'draft', version: 3, ...rest }) as Item

it('has every field that an item can be created with', () => {
  const { isClassified: _, ...expected } = CreateItem.parse({ title: '泵站', leadUnitId: null })
  expect({ ...NEW_ITEM, title: '泵站' }).toEqual(expected)
})

it('says in a form what the item says, and the same back', () => {
  const samples = [NEW_ITEM, full, { ...full, timeLimit: LIMIT }, { ...NEW_ITEM, timeLimit: LIMIT }]
  for (const fields of samples) {
    expect(fieldsOf(draftOf(fields))).toEqual(fields)
    expect(correctionOf(itemOf(fields), draftOf(fieldsOfItem(itemOf(fields))))).toBeUndefined()
  }
})

it('sends only what was changed, trimmed, with the version that was seen', () => {
  const draft = { ...draftOf(full), title: '  泵站大修 ', remark: ' ', reason: ' 会议决定 ' }
  const body = correctionOf(itemOf(full), draft)
  expect(body).toEqual({ version: 3, title: '泵站大修', reason: '会议决定' })
  expect(CorrectItem.parse(body)).toEqual(body)
})

it('asks why when a deadline moves, and sends no deadline once the item is dispatched', () => {
  const later = { ...draftOf(full), dueOn: '2024-07-31' }
  expect(needsReason(itemOf(full), later)).toBe(true)
  expect(needsReason(itemOf({ ...full, dueOn: null }), later)).toBe(false)
  const dispatched = itemOf(full, { state: 'signed' })
  expect(correctionScope(dispatched)).toBe('dispatched')
  expect(correctionOf(dispatched, { ...later, leadUnitId: null })).toBeUndefined()
  expect(needsReason(dispatched, { ...draftOf(full), planKind: 'linear' })).toBe(true)
  expect(correctionScope(itemOf(full, { state: 'closed' }))).toBe('none')
})

it('loses nothing when two people change one item', () => {
  const text = fc.constantFrom('one', 'two', 'three')
  const fields = fc
    .record({ title: text, content: text, remark: text, theme: fc.option(text), leaderInCharge: text })
    .map((some): ItemFields => ({ ...NEW_ITEM, ...some }))
  fc.assert(
    fc.property(fields, fields, fields, (before, mine, theirs) => {
      const merged = mergeFields(before, mine, theirs)
      for (const name of ['title', 'content', 'remark', 'theme', 'leaderInCharge'] as const) {
        const clash = merged.clashes.find(({ field }) => field === name)
        if (clash) {
          expect([clash.mine, clash.theirs, merged.fields[name]]).toEqual([
            mine[name],
            theirs[name],
            theirs[name],
          ])
          continue
        }
        // Whoever changed it is heard.
        if (mine[name] !== before[name]) expect(merged.fields[name]).toBe(mine[name])
        if (theirs[name] !== before[name]) expect(merged.fields[name]).toBe(theirs[name])
      }
    }),
  )
})
