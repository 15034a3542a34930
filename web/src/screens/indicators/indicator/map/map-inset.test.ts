import { describe, expect, it } from 'vitest'
import type { UnitMap } from '../../../../api/indicators.ts'
import { mapInset } from './map-inset.ts'

const square = (unitId: string, [x, y]: readonly [number, number], side: number) => ({
  unitId,
  name: unitId,
  polygons: [
    [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y],
      ],
    ],
  ],
})
const map = (shapes: unknown[]) => ({ shapes, note: '', noteEn: '' }) as unknown as UnitMap
const LARGE = [square('a', [0, 0], 50), square('b', [50, 50], 50)]

describe('the inset of a map', () => {
  it('draws the small units in the middle once more, larger, below the map and inside its width', () => {
    const inset = mapInset(
      map([...LARGE, square('c', [60, 30], 5), square('d', [65, 30], 5), square('e', [60, 35], 5)]),
    )
    expect([...inset!.shapes.keys()]).toEqual(['c', 'd', 'e'])
    const points = [...inset!.shapes.values()].flat(3)
    expect(points.every(([x, y]) => x! >= 0 && x! <= 100 && y! < 0)).toBe(true)
    const xs = points.map(([x]) => x!)
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(50)
  })

  it('is left out where few are small, or where they lie all over the map', () => {
    expect(mapInset(map([...LARGE, square('c', [60, 30], 5)]))).toBeUndefined()
    expect(
      mapInset(map([...LARGE, square('c', [2, 90], 5), square('d', [90, 2], 5), square('e', [60, 35], 5)])),
    ).toBeUndefined()
  })
})
