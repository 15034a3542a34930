import { describe, expect, it } from 'vitest'
import { readPack } from '../read-pack.ts'
import type { Register, RegisterUnit } from '../schema.ts'
import { registerErrors } from './register-errors.ts'

const base = readPack('riverport').register

function withUnit(key: string, change: Partial<RegisterUnit>): Register {
  return { ...base, units: base.units.map((unit) => (unit.key === key ? { ...unit, ...change } : unit)) }
}

describe('A register', () => {
  it.each(['riverport', 'shanghai'])('of pack %s is without errors', (name) => {
    expect(registerErrors(readPack(name).register)).toEqual([])
  })

  it.each([
    ['units.no-such-unit', 'parent', withUnit('heting', { parent: 'nowhere' })],
    ['units.no-such-unit', 'successor', withUnit('jiujin', { successor: 'nowhere' })],
    ['units.circular', 'parent', withUnit('heting', { parent: 'heting' })],
    ['units.successor-without-end', 'validity', withUnit('heting', { successor: 'qingdu' })],
    [
      'units.empty-validity',
      'validity',
      withUnit('heting', { validity: { from: '2020-01-01', to: '2020-01-01' } }),
    ],
    ['units.malformed-code', 'code', withUnit('heting', { code: '9901' })],
    ['units.code-taken', 'code', withUnit('heting', { code: '990102' })],
    ['units.name-taken', 'name', withUnit('heting', { name: '青 渡區' })],
    ['units.name-taken', 'aliases', withUnit('heting', { aliases: ['青渡区'] })],
    ['units.empty-name', 'aliases', withUnit('heting', { aliases: [' '] })],
    ['units.name-sign', 'aliases', withUnit('heting', { aliases: ['和\u200b亭'] })],
    ['units.name-sign', 'name', withUnit('heting', { name: '和亭区\u202e' })],
    [
      'units.no-such-cohort',
      'cohorts.0',
      withUnit('heting', { cohorts: [{ key: 'rural', validity: { from: null, to: null } }] }),
    ],
    [
      'units.overlapping-membership',
      'cohorts.1',
      withUnit('heting', {
        cohorts: [
          { key: 'central', validity: { from: null, to: '2020-01-01' } },
          { key: 'central', validity: { from: '2019-12-31', to: null } },
        ],
      }),
    ],
  ])('with %s in %s is told so', (code, field, register) => {
    expect(registerErrors(register)).toContainEqual(expect.objectContaining({ code, field }))
  })

  it('with a key twice, or without its city, is told so', () => {
    expect(registerErrors({ ...base, units: [...base.units, base.units[3]!] })).toContainEqual(
      expect.objectContaining({ code: 'units.repeated-key', value: base.units[3]!.key }),
    )
    expect(registerErrors({ ...base, city: { ...base.city, key: 'elsewhere' } })).toContainEqual(
      expect.objectContaining({ code: 'units.city-missing' }),
    )
  })

  it('may give a name of the past to another unit later, and share an alias', () => {
    expect(
      registerErrors(withUnit('heting', { name: '旧津区', validity: { from: '2019-03-01', to: null } })),
    ).toEqual([])
    expect(registerErrors(withUnit('heting', { aliases: ['管委会'] }))).toEqual([])
  })
})
