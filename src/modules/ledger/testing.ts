import { CreateItem } from './schema.ts'

/** A by-hand item with only what a test is about. */
export function newItem(item: Partial<CreateItem> & { title: string }): CreateItem {
  return CreateItem.parse({ leadUnitId: null, ...item })
}
