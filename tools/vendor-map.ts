/** `node tools/vendor-map.ts VERSION`: renews packs/shanghai/map.json from the npm package @datapool/shanghai.geojson. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CityMap } from '../src/modules/units/index.ts'

const TARGET = new URL('../packs/shanghai/map.json', import.meta.url)
/** About 150 m: an outline for a screen or a page, no survey. */
const TOLERANCE = 0.0015
/** Islets whose outline has fewer points than this after simplifying are left out. */
const FEWEST_POINTS = 4

type Point = readonly [number, number]

interface Source {
  readonly features: readonly {
    readonly properties: { readonly adcode: number; readonly name: string }
    readonly geometry:
      | { readonly type: 'MultiPolygon'; readonly coordinates: Point[][][] }
      | { readonly type: 'Polygon'; readonly coordinates: Point[][] }
  }[]
}

function download(version: string): Source {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-map-'))
  try {
    const options = { cwd: folder, encoding: 'utf8' } as const
    const file = execFileSync(
      'npm',
      ['pack', `@datapool/shanghai.geojson@${version}`, '--silent'],
      options,
    ).trim()
    execFileSync('tar', ['-xzf', file], options)
    const script = readFileSync(join(folder, 'package/shanghai.geoJSON.js'), 'utf8')
    return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('};') + 1)) as Source
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Douglas–Peucker on a closed ring: split at the point farthest from its first, so that both halves are open lines. */
function simplify(ring: readonly Point[]): Point[] {
  const [first] = ring
  if (!first) return []
  const distances = ring.map((point) => Math.hypot(point[0] - first[0], point[1] - first[1]))
  const far = distances.indexOf(Math.max(...distances))
  return [...line(ring.slice(0, far + 1)), ...line(ring.slice(far)).slice(1)]
}

function line(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return [...points]
  let farthest = 0
  let at = 0
  for (const [index, point] of points.entries()) {
    const distance = distanceTo(point, first, last)
    if (distance <= farthest) continue
    farthest = distance
    at = index
  }
  if (farthest <= TOLERANCE) return [first, last]
  return [...line(points.slice(0, at + 1)), ...line(points.slice(at)).slice(1)]
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  return length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

const rounded = ([x, y]: Point): [number, number] => [Number(x.toFixed(4)), Number(y.toFixed(4))]

function mapOf({ features }: Source): CityMap['shapes'] {
  return features.map(({ properties: { adcode }, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return {
      unit: String(adcode),
      polygons: polygons
        .map((rings) =>
          rings.map((ring) => simplify(ring).map(rounded)).filter(({ length }) => length > FEWEST_POINTS),
        )
        .filter((rings) => rings.length > 0),
    }
  })
}

function main(version: string | undefined): number {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version)) {
    console.error(
      'usage: node tools/vendor-map.ts VERSION, such as 1.0.1 (npm view @datapool/shanghai.geojson version)',
    )
    return 2
  }
  const map: CityMap = {
    source: `npm @datapool/shanghai.geojson ${version}`,
    licence: 'MIT',
    note: '坐标系来源未注明，疑为 GCJ-02，不可与 WGS-84 坐标叠加；轮廓经简化，仅供示意，公开发布须另行取得审图号。',
    noteEn:
      'The datum is not stated, probably GCJ-02: not to be laid over WGS-84 coordinates. Simplified outlines for orientation; a public map in China needs an approval number.',
    shapes: mapOf(download(version)),
  }
  writeFileSync(TARGET, `${JSON.stringify(map)}\n`)
  console.log(`wrote ${map.shapes.length} districts`)
  return 0
}

process.exitCode = main(process.argv[2])
