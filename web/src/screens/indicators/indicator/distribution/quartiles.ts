/** Least, lower quartile, median, upper quartile, greatest; quartiles between two values by their share (as in a spreadsheet). */
export function quartiles(values: readonly number[]): [number, number, number, number, number] | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => {
    const position = share * (sorted.length - 1)
    const below = sorted[Math.floor(position)]!
    const above = sorted[Math.ceil(position)]!
    return below + (above - below) * (position - Math.floor(position))
  }
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)]
}
