/** The units and all that stand above them: what has to be computed so that each has its parent's value. */
export function withParents(
  units: readonly number[],
  parentOf: ((unit: number) => number | undefined) | undefined,
): Set<number> {
  const all = new Set(units)
  // A set goes on to what is added while it is walked.
  for (const unit of all) {
    const parent = parentOf?.(unit)
    if (parent !== undefined) all.add(parent)
  }
  return all
}
