import partitions from './partitions.json' with { type: 'json' }

/** The labels are the known parts of one whole, in their order: 出口 and 进口. */
export function isPartition(labels: readonly string[]): boolean {
  return partitions.some(
    (names) => names.length === labels.length && names.every((name, i) => new RegExp(name).test(labels[i]!)),
  )
}

/** No thing bears two of the labels, though others may be left over: each is another part of one known whole. */
export function areExclusive(labels: readonly string[]): boolean {
  return partitions.some((names) => {
    const found = labels.map((label) => names.findIndex((name) => new RegExp(name).test(label)))
    return !found.includes(-1) && new Set(found).size === labels.length
  })
}
