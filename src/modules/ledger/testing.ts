import { CreateItem } from './schema.ts'

export { createItem } from './commands/create-item.ts'
export { clockOn, turnsOf } from './rules/item-clock.ts'
export { presetRuleSets } from './rules/lights/presets.ts'
export type { LightRuleSet } from './rules/lights/rule-set.ts'
export { DEFAULT_SETTINGS } from './rules/settings/settings.ts'
export { CheckSheet } from './schema/sheets.ts'
export { checkImport, startImport } from './sheet/decide-import.ts'
export { getImport } from './sheet/present-import.ts'
export { uploadSheet } from './sheet/upload-sheet.ts'
export { type NewItem, newRow, type StoredItem } from './store/items.ts'

/** A by-hand item with only what a test is about. */
export function newItem(item: Partial<CreateItem> & { title: string }): CreateItem {
  return CreateItem.parse({ leadUnitId: null, ...item })
}
