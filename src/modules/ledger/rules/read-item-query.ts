import type { z } from 'zod'
import { ItemFilterQuery, ItemSort } from '../schema.ts'

const KeptQuery = ItemFilterQuery.extend({ sort: ItemSort.optional() })
export type KeptQuery = z.infer<typeof KeptQuery>

/** A query as it stands in an address: what is no filter is left out, the names of filters with wrong values are told. */
export function readItemQuery(query: string): { kept: KeptQuery } | { wrong: string[] } {
  const given = new URLSearchParams(query)
  const fields = [...new Set(given.keys())].filter((name) => name in KeptQuery.shape)
  const read = KeptQuery.safeParse(
    Object.fromEntries(
      fields.map((name) => [name, given.getAll(name).length > 1 ? given.getAll(name) : given.get(name)]),
    ),
  )
  if (read.success) return { kept: read.data }
  return { wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] }
}
