import type { Vintage } from '../schema.ts'
import type { StoredVintage } from '../store/vintages.ts'

export function presentVintage({ publishedAt, ...vintage }: StoredVintage): Vintage {
  return { ...vintage, publishedAt: publishedAt.toISOString() }
}
