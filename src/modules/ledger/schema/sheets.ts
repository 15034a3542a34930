import { z } from 'zod'
import { SHEET_FIELDS } from '../rules/sheet/sheet-field.ts'
import { EXPORT_COLUMNS } from '../rules/sheet/write-item.ts'
import { ItemFilterQuery, ItemSort } from './list-items.ts'

export const SheetField = z.enum(SHEET_FIELDS)
export type SheetField = z.infer<typeof SheetField>

/** Where an import stands: a mapping is proposed, the rows are checked, and, when all are sound, entered. */
export const SheetImportState = z.enum([
  'uploaded',
  'checking',
  'ready',
  'running',
  'done',
  'failed',
  'cancelled',
])
export type SheetImportState = z.infer<typeof SheetImportState>

/** How the rows of one import are read. */
export const SheetOptions = z.object({
  /** The year that the sheet is about, for dates without one. */
  year: z.int().min(1990).max(2100).nullable().default(null),
  /** Names that the register does not have are kept as words. */
  keepsUnknownUnits: z.boolean().default(false),
  /** What is put before each office number, so that 1, 2, 3 of two sheets differ. */
  numberPrefix: z.string().trim().max(20).default(''),
  /** States, progress and closing days of new items are taken over; otherwise all are drafts. */
  takesOver: z.boolean().default(true),
  /** An empty cell empties the field of an item that is there. */
  clearsEmpty: z.boolean().default(false),
  progressIsFraction: z.boolean().default(false),
  /** Why deadlines change, where a row gives no reason of its own. */
  reason: z.string().trim().max(500).nullable().default(null),
  /** What a person said of names that the register does not have. */
  unitNames: z.record(z.string().max(100), z.uuid()).default({}),
})
export type SheetOptions = z.infer<typeof SheetOptions>

/** What is remembered of headings that come again next month. The year and the reason are of one sheet only. */
export const RememberedMapping = z.object({
  columns: z.array(SheetField.nullable()),
  options: SheetOptions.pick({
    keepsUnknownUnits: true,
    numberPrefix: true,
    takesOver: true,
    clearsEmpty: true,
    unitNames: true,
  }),
})
export type RememberedMapping = z.infer<typeof RememberedMapping>

const headingRow = z.int().min(1).max(200_000)

/** Another sheet of the file, or other rows as its heading. */
export const ProposeSheet = z.object({
  sheet: z.string().max(200).optional(),
  firstHeadingRow: headingRow.optional(),
  lastHeadingRow: headingRow.optional(),
})
export type ProposeSheet = z.infer<typeof ProposeSheet>

/** The mapping as a person decided it: one field per column, each field once. */
export const CheckSheet = z.object({
  columns: z.array(SheetField.nullable()).max(500),
  options: SheetOptions,
})
export type CheckSheet = z.infer<typeof CheckSheet>

export const SheetColumn = z.object({
  column: z.int(),
  letter: z.string(),
  /** The parts of the heading from the top. */
  headings: z.array(z.string()),
  field: SheetField.nullable(),
  confidence: z.number(),
  alternatives: z.array(SheetField),
  samples: z.array(z.string()),
})
export type SheetColumn = z.infer<typeof SheetColumn>

/** What is wrong with a cell, or worth knowing of it. */
export const SheetNote = z.object({
  row: z.int(),
  letter: z.string().nullable(),
  heading: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  sentence: z.string(),
})
export type SheetNote = z.infer<typeof SheetNote>

/** A row as it would be entered. */
export const SheetPreviewRow = z.object({
  row: z.int(),
  kind: z.enum(['new', 'changed', 'same']),
  number: z.string().nullable(),
  title: z.string(),
  leadUnitId: z.uuid().nullable(),
  supportingUnitIds: z.array(z.uuid()),
  responsibleText: z.array(z.string()),
  dueOn: z.iso.date().nullable(),
  state: z.string(),
  progress: z.number(),
  /** Fields of an item that is there which would change. */
  changes: z.array(z.string()),
})
export type SheetPreviewRow = z.infer<typeof SheetPreviewRow>

export const SheetCounts = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
  hidden: z.int(),
  problemRows: z.int(),
  problems: z.int(),
  warnings: z.int(),
})
export type SheetCounts = z.infer<typeof SheetCounts>

export const SheetImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.enum(['xlsx', 'xls', 'csv']),
  state: SheetImportState,
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.string(),
  firstHeadingRow: z.int(),
  lastHeadingRow: z.int(),
  columns: z.array(SheetColumn),
  options: SheetOptions,
  /** The mapping is the one that was used for these headings last time. */
  isRemembered: z.boolean(),
  rowsTotal: z.int().nullable(),
  rowsDone: z.int(),
  counts: SheetCounts.nullable(),
  preview: z.array(SheetPreviewRow),
  /** The first problems and warnings; all problems are in `GET /api/sheets/:id/problems`. */
  problems: z.array(SheetNote),
  warnings: z.array(SheetNote),
  /** Names that the register does not have, most frequent first. */
  unknownUnits: z.array(z.object({ name: z.string(), rows: z.int() })),
  failure: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
})
export type SheetImport = z.infer<typeof SheetImport>

export const SheetImportLine = SheetImport.pick({
  id: true,
  fileName: true,
  state: true,
  counts: true,
  createdAt: true,
  createdBy: true,
  finishedAt: true,
})
export type SheetImportLine = z.infer<typeof SheetImportLine>

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
