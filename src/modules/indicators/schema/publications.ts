import { z } from 'zod'
import { titleText } from '../../../platform/names/index.ts'
import { CompositeTable } from './composite.ts'
import { IndicatorCode } from './indicator.ts'
import { AskTable, LeagueTable } from './league.ts'
import { PeriodText } from './vintage.ts'

export const FreezeTable = AskTable.extend({
  indicator: IndicatorCode,
  title: titleText({ max: 200 }),
})
export type FreezeTable = z.infer<typeof FreezeTable>

export const PublicationLine = z.object({
  number: z.number().int(),
  title: z.string(),
  indicator: IndicatorCode.nullable(),
  /** Of a composite league; null for an indicator's table. */
  league: z.object({ key: z.string(), name: z.string() }).nullable(),
  cohort: z.string(),
  period: PeriodText,
  vintage: z.number().int(),
  /** The day by which definitions and cohort were taken. */
  asOfDay: z.iso.date(),
  contentHash: z.string(),
  frozenAt: z.iso.datetime(),
  frozenBy: z.string(),
})
export type PublicationLine = z.infer<typeof PublicationLine>

export const Publication = PublicationLine.extend({
  /** One of the two, as it was frozen. */
  table: LeagueTable.nullable(),
  composite: CompositeTable.nullable(),
  /** The content still has the hash that stands in the journal. */
  isWhole: z.boolean(),
  /** Whether the same question, asked as of the same vintage today, gives the same table. */
  isRecomputable: z.boolean(),
})
export type Publication = z.infer<typeof Publication>

export const AskPublications = z.object({
  indicator: IndicatorCode.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type AskPublications = z.infer<typeof AskPublications>

export const Publications = z.object({
  publications: z.array(PublicationLine),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type Publications = z.infer<typeof Publications>
