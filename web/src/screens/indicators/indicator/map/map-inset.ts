import type { UnitMap } from '../../../../api/indicators.ts'

type Shape = UnitMap['shapes'][number]
type Polygons = Shape['polygons']

interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Units too small for their names, drawn once more, larger, below the map. */
export interface MapInset {
  /** By unit. */
  readonly shapes: ReadonlyMap<string, Polygons>
  /** The corner points of the box around them. */
  readonly frame: Polygons
}

/** Narrower than this share of the whole map, a unit has no room for its name. */
const NARROW = 0.12
/** The inset takes at most this share of the map's width and of its height. */
const SHARE = 0.5
const GAP = 0.04

/** Undefined where fewer than three are so small, or where they lie so far apart that a larger drawing would not help. */
export function mapInset({ shapes }: UnitMap): MapInset | undefined {
  const whole = boxOf(shapes)
  const width = whole.right - whole.left
  const height = whole.top - whole.bottom
  const small = shapes.filter((shape) => {
    const { left, right } = boxOf([shape])
    return right - left < width * NARROW
  })
  if (small.length < 3) return undefined
  const box = boxOf(small)
  const scale = Math.min((width * SHARE) / (box.right - box.left), (height * SHARE) / (box.top - box.bottom))
  if (scale < 1.5) return undefined
  const right = whole.right - width * GAP
  const top = whole.bottom - height * GAP * 2
  const moved = ([x, y]: readonly [number, number]): [number, number] => [
    right + (x - box.right) * scale,
    top + (y - box.top) * scale,
  ]
  const pad = width * GAP * 0.5
  const [[l, b], [r, t]] = [moved([box.left, box.bottom]), moved([box.right, box.top])]
  const corners: [number, number][] = [
    [l - pad, b - pad],
    [r + pad, b - pad],
    [r + pad, t + pad],
    [l - pad, t + pad],
    [l - pad, b - pad],
  ]
  return {
    shapes: new Map(
      small.map(({ unitId, polygons }) => [
        unitId,
        polygons.map((rings) => rings.map((ring) => ring.map((point) => moved(point)))),
      ]),
    ),
    frame: [[corners]],
  }
}

function boxOf(shapes: readonly Pick<Shape, 'polygons'>[]): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const [x, y] of shapes.flatMap(({ polygons }) => polygons.flat(2))) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.bottom = Math.min(box.bottom, y)
    box.top = Math.max(box.top, y)
  }
  return box
}
