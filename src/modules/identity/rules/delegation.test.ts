import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/day.ts'
import { isOwnDoing } from '../../../kernel/own-doing.ts'
import { grantsFor, inNamesOf, isAllowed } from '../../../kernel/permissions.ts'
import { handableBy, handedOver } from './delegation.ts'
import { delegationDaysFault, isOn, overlap } from './holding-days.ts'

const unit = fc.constantFrom('u1', 'u2')
const day = fc.integer({ min: 0, max: 9 }).map((days) => addDays('2024-04-01', days))
const held = fc
  .array(fc.record({ unitId: fc.option(unit), isOfUnit: fc.boolean() }), { maxLength: 4 })
  .map((all) => all.map((each, at) => ({ id: `a${at}`, ...each })))

describe('handing over for somebody else', () => {
  it('gives a superior the roles of a unit at their own units, and nothing for the whole city', () => {
    fc.assert(
      fc.property(
        held,
        fc.array(unit),
        fc.option(fc.array(fc.constantFrom('a0', 'a1', 'a9'))),
        (all, reach, asked) => {
          const handed = handedOver(asked, { held: all, handable: handableBy(reach, all) })
          const ids = 'ids' in handed ? handed.ids : []
          for (const id of ids) {
            const one = all.find((each) => each.id === id)
            expect(one?.isOfUnit && one.unitId !== null && reach.includes(one.unitId)).toBe(true)
          }
          expect(asked === null || ids.length === 0 || ids.join() === asked.join()).toBe(true)
        },
      ),
    )
  })

  it('is one of days that are not past, in order, and of a year at most', () => {
    fc.assert(
      fc.property(day, day, day, (fromOn, untilOn, today) => {
        const isFine = fromOn >= today && untilOn >= fromOn
        expect(delegationDaysFault({ fromOn, untilOn }, today) === undefined).toBe(isFine)
      }),
    )
    expect(delegationDaysFault({ fromOn: '2024-04-01', untilOn: '2025-04-02' }, '2024-04-01')).toBe(
      'delegation-too-long',
    )
  })

  it('knows days that two spans share, with open ends as well', () => {
    const span = fc.record({ fromOn: fc.option(day), untilOn: fc.option(day) })
    const days = Array.from({ length: 14 }, (_, at) => addDays('2024-03-30', at))
    const isSound = ({ fromOn, untilOn }: { fromOn: string | null; untilOn: string | null }) =>
      fromOn === null || untilOn === null || fromOn <= untilOn
    fc.assert(
      fc.property(span.filter(isSound), span.filter(isSound), (a, b) => {
        expect(overlap(a, b)).toBe(days.some((each) => isOn(a, each) && isOn(b, each)))
      }),
    )
  })
})

describe('standing in', () => {
  const absent = fc.constantFrom({ id: 'y', name: 'Y' }, { id: 'z', name: 'Z' })
  const holding = fc.record({
    permissions: fc.dictionary(
      fc.constantFrom('ledger.work', 'ledger.verify'),
      fc.constantFrom('any', 'own'),
    ),
    unitIds: fc.array(unit),
    inNameOf: fc.option(absent),
  })

  it('names exactly those whose right it takes, where the own one does not reach', () => {
    fc.assert(
      fc.property(fc.array(holding), unit, (holdings, asked) => {
        const grants = grantsFor(holdings)
        const gives = (each: (typeof holdings)[number]) => {
          const scope = each.permissions['ledger.verify']
          return scope === 'any' || (scope === 'own' && each.unitIds.includes(asked))
        }
        const own = holdings.some((each) => each.inNameOf === null && gives(each))
        const lent = holdings.flatMap((each) =>
          each.inNameOf !== null && gives(each) ? [each.inNameOf.id] : [],
        )
        const expected = own ? [] : [...new Set(lent)].sort()
        expect(
          inNamesOf(grants, 'ledger.verify', [asked])
            .map(({ id }) => id)
            .sort(),
        ).toEqual(expected)
        expect(isAllowed(grants, 'ledger.verify', [asked])).toBe(own || lent.length > 0)
      }),
    )
  })

  it('lets nobody judge what was done by their own hand, in their name, or by or for those they act for', () => {
    const person = fc.constantFrom<string>('x', 'y', 'z')
    fc.assert(
      fc.property(fc.array(holding), person, fc.array(person), (holdings, by, inNameOf) => {
        const grants = grantsFor(holdings)
        const asked = { permission: 'ledger.verify', unitIds: ['u1'], by, inNameOf }
        const isFor = (id: string) => by === id || inNameOf.includes(id)
        const actsFor = inNamesOf(grants, 'ledger.verify', ['u1']).map(({ id }) => id)
        const expected =
          isFor('x') || (actsFor.includes('y') && isFor('y')) || (actsFor.includes('z') && isFor('z'))
        expect(isOwnDoing({ userId: 'x', grants }, asked)).toBe(expected)
      }),
    )
  })
})
