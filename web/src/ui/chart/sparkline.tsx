import './chart.css'

interface SparklineProps {
  /** In order of time; null where nothing is known: the line is broken there, never drawn to zero. */
  values: readonly (number | null)[]
  /** Said to a screen reader instead of the line. */
  label: string
  width?: number
  height?: number
  /** Lowest and highest value of the scale, where several lines are to be compared; else the line's own. */
  range?: readonly [number, number] | undefined
  /** As wide as its place. */
  isFluid?: boolean
}

const EDGE = 2

/** A line as small as a word, with a dot at its last value. */
export function Sparkline({
  values,
  label,
  width = 88,
  height = 20,
  range,
  isFluid = false,
}: SparklineProps) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return <span className="sparkline-none">—</span>
  const [low, high] = range ?? [Math.min(...known), Math.max(...known)]
  const span = high - low
  const x = (index: number) => EDGE + (index * (width - 2 * EDGE)) / Math.max(values.length - 1, 1)
  const y = (value: number) =>
    span === 0 ? height / 2 : height - EDGE - ((value - low) * (height - 2 * EDGE)) / span
  const last = values.findLastIndex((value) => value !== null)
  return (
    <svg
      className="sparkline"
      width={isFluid ? '100%' : width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {segmentsOf(values).map((segment) => (
        <polyline
          key={segment[0]}
          points={segment
            .map((index) => `${x(index).toFixed(1)},${y(values[index] ?? 0).toFixed(1)}`)
            .join(' ')}
        />
      ))}
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2} />
    </svg>
  )
}

/** Runs of positions whose values are known. */
export function segmentsOf(values: readonly (number | null)[]): number[][] {
  const segments: number[][] = []
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    if (index > 0 && values[index - 1] !== null) segments.at(-1)?.push(index)
    else segments.push([index])
  }
  return segments
}
