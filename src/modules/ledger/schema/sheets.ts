import { z } from 'zod'
import { EXPORT_COLUMNS } from '../rules/sheet/write-item.ts'
import { ItemFilterQuery, ItemSort } from './list-items.ts'

/** What is on the screen, all pages of it. `columns=title&columns=dueOn`; every column when left out. */
export const ExportItems = ItemFilterQuery.extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  sort: ItemSort.default('number'),
  columns: z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z
        .array(z.enum(EXPORT_COLUMNS as [string, ...string[]]))
        .max(80)
        .optional(),
    )
    .optional(),
})
export type ExportItems = z.infer<typeof ExportItems>
