import type { ItemFilterQuery, ItemSort } from '../../schema.ts'

/** A filter as the query of `GET /api/items` that opens it: sorted, so that equal filters read the same. */
export function itemQuery(filter: ItemFilterQuery & { sort?: ItemSort | undefined }): string {
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(field, String(one))
  }
  return query.toString()
}
