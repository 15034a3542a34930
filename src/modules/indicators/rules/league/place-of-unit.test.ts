import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOfUnit } from './place-of-unit.ts'
import { rankColumn } from './rank-column.ts'
import { columnOf, everyone, someDirection, someValues } from './testing.ts'

it('gives a unit the place that it has in the whole table', () => {
  fc.assert(
    fc.property(someValues, someDirection, (values, direction) => {
      const column = columnOf(values)
      const comparability = everyone(values.length)
      const table = rankColumn(column, {
        rules: { direction, ties: 'standard', missing: 'apart' },
        comparability,
      })
      for (let unit = 1; unit <= values.length; unit++) {
        const row = table.ranked.find((each) => each.unit === unit)
        const reason = table.apart.find((each) => each.unit === unit)?.reason
        expect(placeOfUnit(column, unit, { direction, comparability })).toEqual(
          row
            ? {
                kind: 'ranked',
                value: row.value,
                rank: row.rank,
                sharedBy: row.sharedBy,
                of: table.ranked.length,
              }
            : { kind: 'apart', reason },
        )
      }
    }),
  )
})
