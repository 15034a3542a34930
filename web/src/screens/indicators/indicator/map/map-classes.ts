/** A class of a map: values from and to, both included, darker the higher its place. */
export interface MapClass {
  readonly from: number
  readonly to: number
  readonly count: number
}

const MOST = 5

/**
 * Classes of about equally many units each, never parting equal values: at most five, and never more than a third of
 * the units, so that a class says something. Each ends with values that occur, which makes the legend exact.
 */
export function mapClasses(values: readonly number[]): MapClass[] {
  const sorted = [...values].sort((a, b) => a - b)
  const wanted = Math.min(MOST, Math.max(1, Math.round(sorted.length / 2.5)))
  const classes: MapClass[] = []
  let start = 0
  for (let place = 1; place <= wanted && start < sorted.length; place++) {
    let end = place === wanted ? sorted.length : Math.round((place * sorted.length) / wanted)
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++
    if (end <= start) continue
    classes.push({ from: sorted[start]!, to: sorted[end - 1]!, count: end - start })
    start = end
  }
  return classes
}
