import { z } from 'zod'
import { ASPECTS, LAYOUTS } from '../rules/sheet/table-mapping.ts'
import { PeriodText } from './vintage.ts'

export const SheetState = z.enum(['uploaded', 'checking', 'ready', 'running', 'done', 'failed', 'cancelled'])
export type SheetState = z.infer<typeof SheetState>

const name = z.string().max(200)

export const SheetColumnRole = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['ignored', 'unit', 'period', 'year', 'month', 'indicator', 'measure', 'note']) }),
  z.object({
    role: z.literal('value'),
    indicator: name.nullable(),
    aspect: z.enum(ASPECTS),
    period: PeriodText.nullable(),
    unit: name.nullable(),
    measure: name.nullable(),
  }),
])

/** How a table is read, as a person decided it. */
export const SheetMapping = z.object({
  columns: z.array(SheetColumnRole).max(500),
  /** What holds for the whole table where neither column nor row says. */
  table: z.object({
    indicator: name.nullable(),
    measure: name.nullable(),
    period: PeriodText.nullable(),
    unit: name.nullable(),
  }),
  signs: z.object({
    triangleIsNegative: z.boolean(),
    parenthesesAreNegative: z.boolean(),
    ellipsisIsZero: z.boolean(),
    dashIsZero: z.boolean(),
  }),
  totals: z.enum(['aggregate', 'skip']),
  /** A printed name → code of an indicator; null: not imported. With an aspect `财政收入|growth-year`. */
  indicatorNames: z.record(name, z.string().max(64).nullable()),
  /** A printed name → number of a measured unit; null: passed over. */
  unitNames: z.record(name, z.int32().positive().nullable()),
})
export type SheetMapping = z.infer<typeof SheetMapping>

const headingRow = z.int().min(1).max(2_000_000)
export const ProposeTable = z.object({
  sheet: z.string().max(200).optional(),
  firstHeadingRow: headingRow.optional(),
  lastHeadingRow: headingRow.optional(),
})
export type ProposeTable = z.infer<typeof ProposeTable>

/** A finding that a person has looked at. */
export const FindingDecision = z.object({
  finding: z.string().max(300),
  decision: z.literal('confirmed'),
  reason: z.string().trim().max(500).default(''),
})
export const DecideFindings = z.object({ decisions: z.array(FindingDecision).max(2000) })
export type DecideFindings = z.infer<typeof DecideFindings>

export const StartSheet = z.object({
  /** A vintage at once, or readings that somebody else verifies. */
  into: z.enum(['vintage', 'readings']).default('vintage'),
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000).default(''),
})
export type StartSheet = z.infer<typeof StartSheet>

export const TableColumn = z.object({
  column: z.int(),
  letter: z.string(),
  headings: z.array(z.string()),
  mapped: SheetColumnRole,
  confidence: z.number(),
  samples: z.array(z.string()),
})

export const TableNote = z.object({
  row: z.int(),
  letter: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  sentence: z.string(),
})
export type TableNote = z.infer<typeof TableNote>

export const TableFinding = z.object({
  /** The same for the same fault when the sheet is checked again. */
  id: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  indicator: z.string(),
  period: z.string().nullable(),
  units: z.array(z.string()),
  /** Cells of the sheet, `C12`, as far as the import gives the values. */
  cells: z.array(z.string()),
  cellCount: z.int(),
  numbers: z.record(z.string(), z.union([z.number(), z.string()])),
  sentence: z.string(),
  decision: z
    .object({ decision: z.literal('confirmed'), reason: z.string(), by: z.string(), at: z.string() })
    .nullable(),
})
export type TableFinding = z.infer<typeof TableFinding>

export const TableCounts = z.object({
  rows: z.int(),
  values: z.int(),
  /** Not published yet. */
  added: z.int(),
  /** Published with another value. */
  revised: z.int(),
  unchanged: z.int(),
  /** The table says that there is none. */
  notAvailable: z.int(),
  /** Given twice, equally. */
  repeated: z.int(),
  problems: z.int(),
  findings: z.int(),
  blocking: z.int(),
})
export type TableCounts = z.infer<typeof TableCounts>

export const IndicatorSheet = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** An SDMX message says itself what everything in it is: it has no columns, and is checked at once. */
  format: z.enum(['xlsx', 'xls', 'csv', 'sdmx-csv', 'sdmx-json']),
  state: SheetState,
  source: z.string(),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.string(),
  titles: z.array(z.string()),
  layout: z.enum(LAYOUTS),
  firstHeadingRow: z.int(),
  lastHeadingRow: z.int(),
  columns: z.array(TableColumn),
  mapping: SheetMapping,
  /** What nothing in the sheet says, so a person has to. */
  unsaid: z.array(z.enum(['unit', 'period', 'indicator', 'values'])),
  isRemembered: z.boolean(),
  rowsTotal: z.int().nullable(),
  rowsDone: z.int(),
  counts: TableCounts.nullable(),
  /** The first values as they would be published. */
  preview: z.array(
    z.object({
      cell: z.string(),
      indicator: z.string(),
      period: z.string(),
      unit: z.string(),
      value: z.string().nullable(),
      published: z.string().nullable(),
    }),
  ),
  problems: z.array(TableNote),
  findings: z.array(TableFinding),
  /** Names that are not known, most frequent first: a person says what they mean. */
  unknownUnits: z.array(z.object({ name: z.string(), cells: z.int() })),
  unknownIndicators: z.array(z.object({ name: z.string(), cells: z.int() })),
  vintage: z.int().nullable(),
  failure: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
})
export type IndicatorSheet = z.infer<typeof IndicatorSheet>

export const IndicatorSheetLine = IndicatorSheet.pick({
  id: true,
  fileName: true,
  state: true,
  source: true,
  counts: true,
  vintage: true,
  createdAt: true,
  createdBy: true,
  finishedAt: true,
})
export type IndicatorSheetLine = z.infer<typeof IndicatorSheetLine>
