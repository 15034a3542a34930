import { z } from 'zod'
import { titleText } from '../../../platform/names/index.ts'
import { ItemState, Light } from '../../ledger/index.ts'
import { Outcome } from './sheet.ts'

const title = titleText({ max: 200 })
const version = z.int32().positive()

/** A shortfall: a statement of a report, or a line of a sheet. */
export const PartRef = z.strictObject({ kind: z.enum(['statement', 'line']), id: z.uuid() })
export type PartRef = z.infer<typeof PartRef>

/** An item by which a shortfall is put right, as it stands today. */
export const MatterItem = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: ItemState,
  light: Light,
  leadUnitId: z.uuid().nullable(),
  dueOn: z.iso.date().nullable(),
  progress: z.number(),
  lastReportOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
})
export type MatterItem = z.infer<typeof MatterItem>

/** One wording of a matter at one review. */
export const MatterPart = z.object({
  ...PartRef.shape,
  /** What was found short, in the words of then. */
  text: z.string(),
  /** The sentence of the report; null for a line. */
  quote: z.string().nullable(),
  period: z.string().nullable(),
  /** The day or month of the report or meeting; sorts by time. */
  at: z.string(),
  /** The report or the review that it stands in. */
  from: z.object({ kind: z.enum(['report', 'review']), id: z.uuid(), title: z.string() }),
  /** The screen that opens it. */
  href: z.string(),
  /** What a later sheet said became of it. */
  outcome: z
    .object({ outcome: Outcome, reviewId: z.uuid(), lineId: z.uuid(), period: z.string(), on: z.iso.date() })
    .nullable(),
  items: z.array(MatterItem),
})
export type MatterPart = z.infer<typeof MatterPart>

export const MatterState = z.enum(['open', 'resolved', 'came-back'])
export type MatterState = z.infer<typeof MatterState>

/** Shortfalls of one unit, of different reviews and wordings, that a person held to be one matter. */
export const Matter = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  /** Given by a person, else the words of its latest part. */
  title: z.string(),
  isTitled: z.boolean(),
  /** `came-back`: told at more than one review, and not resolved since the last. */
  state: MatterState,
  /** It had been resolved before it was told again. */
  wasResolvedBefore: z.boolean(),
  /** At how many reviews it was told. */
  times: z.int(),
  firstPeriod: z.string().nullable(),
  lastPeriod: z.string().nullable(),
  lastAt: z.string(),
  items: z.object({ total: z.int(), open: z.int(), closed: z.int() }),
  version,
})
export type Matter = z.infer<typeof Matter>

/** A shortfall of the same unit that may be the same matter: suggested by likeness of words, decided by a person. */
export const SuggestedPart = z.object({
  part: MatterPart.omit({ outcome: true, items: true }),
  /** The part of the matter that it is most like, and how much: 0–1. */
  likePartId: z.uuid(),
  likeness: z.number(),
  sharedWords: z.array(z.string()),
  /** Where it is a part of another matter already: joining them is a merge. */
  matterId: z.uuid().nullable(),
})
export type SuggestedPart = z.infer<typeof SuggestedPart>

/** The chain of one matter over the years. */
export const MatterDetail = Matter.extend({
  /** Reviews in time order; parts of one review are one step. */
  steps: z.array(
    z.object({
      review: z.string(),
      at: z.string(),
      /** Null: not resolved before the next step, or until today. */
      resolvedOn: z.iso.date().nullable(),
      parts: z.array(MatterPart),
    }),
  ),
  settled: z.object({ on: z.iso.date(), by: z.string(), reason: z.string() }).nullable(),
  suggestions: z.array(SuggestedPart),
  /** Items of the unit that no part holds and whose words are like a part's. */
  suggestedItems: z.array(
    z.object({ item: MatterItem, partId: z.uuid(), likeness: z.number(), sharedWords: z.array(z.string()) }),
  ),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type MatterDetail = z.infer<typeof MatterDetail>

export const AskMatters = z.strictObject({
  unitId: z.uuid().optional(),
  state: MatterState.optional(),
  /** Told at so many reviews or more. */
  atLeast: z.coerce.number().int().min(1).max(100).default(1),
})
export type AskMatters = z.infer<typeof AskMatters>

/** Two shortfalls that are in one matter or asked about, at least one of them in none. */
export const SuggestedPair = z.object({
  unitId: z.uuid(),
  earlier: MatterPart.omit({ outcome: true, items: true }),
  later: MatterPart.omit({ outcome: true, items: true }),
  likeness: z.number(),
  sharedWords: z.array(z.string()),
})
export type SuggestedPair = z.infer<typeof SuggestedPair>

export const Matters = z.object({
  /** Told most often first, then the latest. */
  matters: z.array(Matter),
  /** Pairs that wait for a person's word (`POST /api/reviews/recurrences`), the likeliest first. */
  suggestions: z.array(SuggestedPair),
})
export type Matters = z.infer<typeof Matters>

export const BeginMatter = z.strictObject({
  parts: z.array(PartRef).min(1).max(50),
  title: title.optional(),
})
export type BeginMatter = z.infer<typeof BeginMatter>

export const ChangeMatter = z.strictObject({
  version,
  /** Null takes the given title away. */
  title: title.nullable().optional(),
  /** A person's word that it is done with; null takes it back. */
  settled: z
    .strictObject({ on: z.iso.date(), reason: z.string().trim().min(1).max(500) })
    .nullable()
    .optional(),
})
export type ChangeMatter = z.infer<typeof ChangeMatter>

export const AddParts = z.strictObject({ version, parts: z.array(PartRef).min(1).max(50) })
export type AddParts = z.infer<typeof AddParts>

/** The parts named become a matter of their own. */
export const SplitMatter = z.strictObject({
  version,
  partIds: z.array(z.uuid()).min(1).max(50),
  title: title.optional(),
})
export type SplitMatter = z.infer<typeof SplitMatter>

/** The other matter becomes part of this one. */
export const MergeMatters = z.strictObject({ version, otherId: z.uuid() })
export type MergeMatters = z.infer<typeof MergeMatters>

/** Links an item to a part, makes a draft item for it, or takes a link away. */
export const LinkMatterItem = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('link'), partId: z.uuid(), itemId: z.uuid() }),
  z.strictObject({ do: z.literal('unlink'), partId: z.uuid(), itemId: z.uuid() }),
  z.strictObject({
    do: z.literal('draft'),
    partId: z.uuid(),
    content: z.string().trim().min(2).max(2000),
    leadUnitId: z.uuid().nullable(),
    dueOn: z.iso.date().nullable(),
  }),
])
export type LinkMatterItem = z.infer<typeof LinkMatterItem>
