import type { CorrectItem, Item } from '../../api/model.ts'
import type { ItemDraft } from './item-fields.tsx'

/** What a form changed of an item, as the body of a correction; undefined when nothing did. */
export function correctionOfItem(item: Item, draft: ItemDraft): CorrectItem | undefined {
  const changed: Omit<CorrectItem, 'version'> = {
    ...(draft.title.trim() === item.title ? {} : { title: draft.title.trim() }),
    ...((draft.content ?? '').trim() === item.content ? {} : { content: (draft.content ?? '').trim() }),
    ...(draft.leadUnitId === item.leadUnitId ? {} : { leadUnitId: draft.leadUnitId }),
    ...(draft.supportingUnitIds.join() === item.supportingUnitIds.join()
      ? {}
      : { supportingUnitIds: draft.supportingUnitIds }),
    ...(draft.dueOn === item.dueOn ? {} : { dueOn: draft.dueOn }),
  }
  if (Object.keys(changed).length === 0) return undefined
  const reason = draft.reason?.trim()
  return { version: item.version, ...changed, ...(reason ? { reason } : {}) }
}
