import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/day.ts'
import { readPack } from '../read-pack.ts'
import type { RegisterUnit } from '../schema.ts'
import { resolveUnit } from './resolve-unit.ts'
import { holdsOn } from './validity.ts'

const registers = ['riverport', 'shanghai'].map((name) => readPack(name).register)
const riverport = registers[0]!

function meaning(name: string, day: string | null, register = riverport): string {
  const found = resolveUnit(register, name, day)
  if (found.kind === 'resolved') return found.unit.key
  return `${found.reason}: ${found.candidates.map(({ key }) => key).join(' ')}`.trim()
}

const anyDay = fc.integer({ min: 0, max: 15_000 }).map((count) => addDays('1990-01-01', count))
const anyUnit = fc
  .constantFrom(...registers)
  .chain((register) =>
    fc.record({ register: fc.constant(register), unit: fc.constantFrom(...register.units) }),
  )

describe('A name in a text', () => {
  it('resolves to the unit that carries it, for every unit of every pack on every day that it is valid', () => {
    fc.assert(
      fc.property(anyUnit, anyDay, ({ register, unit }, day) => {
        fc.pre(holdsOn(unit.validity, day))
        const names = [unit.name, ...(unit.fullName === null ? [] : [unit.fullName])]
        for (const name of names) expect(meaning(name, day, register)).toBe(unit.key)
      }),
    )
  })

  it('never resolves to a unit that is not valid on the day', () => {
    const spellings = (unit: RegisterUnit) => [
      unit.name,
      ...unit.aliases,
      `${unit.name}委`,
      `${unit.name}政府`,
    ]
    fc.assert(
      fc.property(anyUnit, anyDay, ({ register, unit }, day) => {
        for (const name of spellings(unit)) {
          const found = resolveUnit(register, name, day)
          if (found.kind === 'resolved') expect(holdsOn(found.unit.validity, day)).toBe(true)
        }
      }),
    )
  })

  it('of a unit that has ended stays unresolved and names the successor', () => {
    const ended = registers.flatMap((register) =>
      register.units.filter(({ validity }) => validity.to !== null).map((unit) => ({ register, unit })),
    )
    expect(ended.length).toBeGreaterThan(10)
    for (const { register, unit } of ended)
      for (const name of [unit.name, `${unit.name}委`, `${register.city.name}${unit.name}`]) {
        const found = resolveUnit(register, name, unit.validity.to)
        expect(found).toMatchObject({ kind: 'unresolved', reason: 'not-valid-then' })
        expect(found.kind === 'unresolved' && found.candidates.map(({ key }) => key)).toEqual([
          unit.successor,
        ])
      }
  })

  it('of a unit that does not exist yet stays unresolved and names who stood there', () => {
    expect(meaning('苇洲区', '2021-05-31')).toBe('not-valid-then: weizhou-county')
    expect(meaning('苇洲区', '2021-06-01')).toBe('weizhou')
  })

  it('that old and new unit share means the one of the day', () => {
    expect(meaning('苇洲', '2021-05-31')).toBe('weizhou-county')
    expect(meaning('苇洲', '2021-06-01')).toBe('weizhou')
  })

  it('that two units of the day share stays unresolved with both', () => {
    expect(meaning('市交委', '2024-04-10')).toBe('ambiguous: dept-trading dept-transport')
    expect(meaning('管委会', '2024-04-10')).toBe('ambiguous: body-port body-hitech')
  })

  it('that is close to a name stays unresolved with what it may be', () => {
    expect(meaning('交通委', '2024-04-10')).toBe('unknown: dept-transport')
    expect(meaning('月球区', '2024-04-10')).toBe('unknown:')
    expect(meaning('', '2024-04-10')).toBe('unknown:')
  })

  it.each([
    ['another prefix', '泊江市教委', 'dept-education'],
    ['the city without 市', '泊江教育委员会', 'dept-education'],
    ['委员会 for 委', '市发展改革委员会', 'dept-development'],
    ['a district with the city in front', '泊江青渡区', 'qingdu'],
    ['a Party committee', '青渡区委', 'qingdu'],
    ['a Party committee that doubles 区', '云泊新区区委', 'yunbo'],
    ['a Party committee in full', '中共青渡区委员会', 'qingdu'],
    ['committee and government', '青渡区委、区政府', 'qingdu'],
    ['a government', '鹤汀区人民政府', 'heting'],
    ['the Party group of a department', '市公安局党委', 'dept-police'],
    ['the city itself', '本市', 'riverport'],
    ['the leadership of the city', '泊江市委', 'riverport'],
    ['traditional script', '雲泊新區', 'yunbo'],
    ['white space from a broken line', '云泊\n 新区', 'yunbo'],
    ['full-width forms', '泊江市　青渡区', 'qingdu'],
    ['a province by one character', '岚', 'neighbour'],
  ])('is read through %s', (_, name, key) => expect(meaning(name, '2024-04-10')).toBe(key))

  it('with an unknown day resolves when only one unit ever carried it', () => {
    expect(meaning('旧津区', null)).toBe('jiujin')
    expect(meaning('苇洲', null)).toBe('ambiguous: weizhou weizhou-county')
  })

  it('of the county is never read as the district of today: 崇明县委 once fell through to the alias 崇明', () => {
    expect(meaning('苇洲县委', '2024-04-10')).toBe('not-valid-then: weizhou')
  })
})
