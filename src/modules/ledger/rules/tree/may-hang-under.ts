import type { ItemKind } from '../../schema.ts'

/** What may hang under what: problem > manifestation > task, or plan > task > sub-task (DOMAIN.md 1.5, 徐汇). */
const PARTS: Readonly<Record<ItemKind, readonly ItemKind[]>> = {
  plan: ['task'],
  problem: ['manifestation'],
  manifestation: ['task'],
  task: ['sub-task'],
  'sub-task': [],
}

export function mayHangUnder(kind: ItemKind, parentKind: ItemKind): boolean {
  return PARTS[parentKind].includes(kind)
}
