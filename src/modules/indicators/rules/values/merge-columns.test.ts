import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeColumn } from './decode-column.ts'
import { formatScaled } from './format-scaled.ts'
import { gatherRows } from './gather-rows.ts'
import { mergeColumns } from './merge-columns.ts'
import { parseValue } from './parse-value.ts'

const decimal = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, scale]) => formatScaled(BigInt(digits), scale))
const vintage = fc
  .dictionary(fc.integer({ min: 1, max: 8 }).map(String), fc.option(decimal), { minKeys: 1 })
  .map((values) => new Map(Object.entries(values).map(([unit, value]) => [Number(unit), value])))

it('gives each unit the value of the newest vintage that names it, as of every vintage', () => {
  fc.assert(
    fc.property(fc.array(vintage, { minLength: 1, maxLength: 5 }), (vintages) => {
      const columns = vintages.map((values, at) => {
        const units = [...values.keys()].sort((a, b) => a - b)
        return decodeColumn({
          period: 1,
          vintage: at + 1,
          units,
          values: units.map((unit) => values.get(unit)!),
        })
      })
      for (let asOf = 1; asOf <= columns.length; asOf++) {
        const [first, ...others] = columns.slice(0, asOf)
        const merged = mergeColumns([first!, ...others])
        const expected = new Map<number, string | null>()
        for (const values of vintages.slice(0, asOf))
          for (const [unit, value] of values) expected.set(unit, value)
        expect(merged.units).toEqual([...expected.keys()].sort((a, b) => a - b))
        for (const [at, unit] of merged.units.entries()) {
          const value = merged.values[at]!
          expect(value === null ? null : formatScaled(value, merged.scale)).toBe(expected.get(unit))
        }
      }
    }),
  )
})

it('gathers rows of any order by indicator, period and unit, and sees two for one value', () => {
  const row = fc.record({
    indicator: fc.integer({ min: 1, max: 3 }),
    period: fc.integer({ min: 1, max: 3 }),
    unit: fc.integer({ min: 1, max: 4 }),
    value: decimal,
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const keys = rows.map(({ indicator, period, unit }) => `${indicator} ${period} ${unit}`)
      const gathered = gatherRows(rows)
      expect(gathered.kind).toBe(new Set(keys).size === keys.length ? 'gathered' : 'duplicate')
      if (gathered.kind === 'duplicate') return
      const flat = gathered.groups.flatMap((group) => group.rows)
      expect(flat).toHaveLength(rows.length)
      expect(flat).toEqual(
        rows.toSorted((a, b) => a.indicator - b.indicator || a.period - b.period || a.unit - b.unit),
      )
    }),
  )
})

it('reads back whatever it writes', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      expect(parseValue(value)).toEqual({ kind: 'value', value })
    }),
  )
})
