import { CreateItem } from './schema.ts'

export { clockOn, turnsOf } from './rules/item-clock.ts'
export { presetRuleSets } from './rules/lights/presets.ts'
export type { LightRuleSet } from './rules/lights/rule-set.ts'
export { DEFAULT_SETTINGS } from './rules/settings/settings.ts'
export { type NewItem, newRow, type StoredItem } from './store/items.ts'

/** A by-hand item with only what a test is about. */
export function newItem(item: Partial<CreateItem> & { title: string }): CreateItem {
  return CreateItem.parse({ leadUnitId: null, ...item })
}
