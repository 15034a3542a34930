import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeColumn } from './decode-column.ts'
import { formatScaled } from './format-scaled.ts'
import { parseValue } from './parse-value.ts'

const at = { period: 420240229, vintage: 1 }

/** A decimal in canonical form of at most 15 significant digits. */
const decimal = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 10 ** 9 - 1 }), fc.integer({ min: 0, max: 6 }))
  .map(([isNegative, digits, scale]) => {
    const text = String(digits).padStart(scale + 1, '0')
    const fraction = text.slice(text.length - scale, text.length).replace(/0+$/, '')
    const whole = text.slice(0, text.length - scale)
    const value = scale > 0 && fraction ? `${whole}.${fraction}` : whole
    return isNegative && digits !== 0 ? `-${value}` : value
  })

describe('A column', () => {
  it('gives back each decimal to the last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.option(decimal), { maxLength: 20 }), (values) => {
        const column = decodeColumn({ ...at, units: values.map((_, index) => index + 1), values })
        const back = column.values.map((value) => (value === null ? null : formatScaled(value, column.scale)))
        expect(back).toEqual(
          values.map(
            (value) =>
              value && formatScaled(BigInt(value.replace('.', '')), value.split('.')[1]?.length ?? 0),
          ),
        )
      }),
    )
  })

  it('turns to bigint where a double would not hold all digits, and is still exact', () => {
    const values = ['123456789012345', '0.001', null]
    const column = decodeColumn({ ...at, units: [1, 2, 3], values })
    expect(column.values).toEqual([123456789012345000n, 1n, null])
    expect(column.values.map((value) => (value === null ? null : formatScaled(value, column.scale)))).toEqual(
      values,
    )
  })

  it('takes the largest number of decimals that any value has', () => {
    expect(decodeColumn({ ...at, units: [3, 7], values: ['-12.5', '4'] })).toEqual({
      ...at,
      units: [3, 7],
      scale: 1,
      values: [-125, 40],
    })
  })
})

describe('formatScaled', () => {
  it('writes a number as it writes the same one with all digits kept apart', () => {
    const scaled = fc.integer({ min: -(10 ** 15), max: 10 ** 15 })
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: 8 }), (value, scale) => {
        expect(formatScaled(value, scale)).toBe(formatScaled(BigInt(value), scale))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('parseValue', () => {
  it.each([
    ['007', '7'],
    ['-0.50', '-0.5'],
    ['0.0', '0'],
    ['-0', '0'],
    [' 12 ', '12'],
    ['+3.1', '3.1'],
    ['123456789012345', '123456789012345'],
  ])('reads %j as %j', (text, value) => {
    expect(parseValue(text)).toEqual({ kind: 'value', value })
  })

  it.each([
    ['1,234', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['1234567890.123456', 'too-many-digits'],
    ['0.0000000000000001', 'too-many-digits'],
  ])('refuses %j: %s', (text, reason) => {
    expect(parseValue(text)).toEqual({ kind: 'refused', reason })
  })
})
