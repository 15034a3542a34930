import { z } from 'zod'
import { ACTION_NAMES } from '../rules/lifecycle/events.ts'
import { Item, NoticeColour } from './item.ts'
import { VerificationMethod } from './steps.ts'

const day = z.iso.date().nullable()
const instant = z.iso.datetime()

export const DutyState = z.enum(['pending', 'dispatched', 'signed', 'done', 'waived', 'declined'])
export type DutyState = z.infer<typeof DutyState>

export const DutyStep = z.enum(['sign', 'finish', 'waive'])
export type DutyStep = z.infer<typeof DutyStep>

/** What a step cannot do without, for the form that takes it. */
export const StepAsk = z.enum(['reason', 'evidence', 'value', 'progress', 'deadline', 'third-party'])
export type StepAsk = z.infer<typeof StepAsk>

/**
 * Whether the person who asks may do something now. An allowed step succeeds with what it asks for; a refused one says
 * why, in the reader's language, and by which code (`ledger.wrong-state`: not now; `ledger.step-of-others`: not you).
 */
const offer = { isAllowed: z.boolean(), refusal: z.string().nullable(), code: z.string().nullable() }
export const StepOffer = z.object({ step: z.enum(ACTION_NAMES), ...offer, asks: z.array(StepAsk) })
export type StepOffer = z.infer<typeof StepOffer>
export const DutyOffer = z.object({ step: DutyStep, ...offer })
export type DutyOffer = z.infer<typeof DutyOffer>

/** One unit's part in an item: its own task, clock and sign-off. */
export const Duty = z.object({
  unitId: z.uuid(),
  role: z.enum(['lead', 'support']),
  task: z.string(),
  dueOn: day,
  firstDueOn: day,
  state: DutyState,
  signBy: day,
  signedOn: day,
  signedBy: z.string().nullable(),
  doneOn: day,
  doneBy: z.string().nullable(),
  /** Why it was waived. */
  note: z.string(),
  /** Done late in some round: for ever. */
  wasLate: z.boolean(),
  steps: z.array(DutyOffer),
})
export type Duty = z.infer<typeof Duty>

export const Report = z.object({
  id: z.uuid(),
  round: z.int(),
  unitId: z.uuid(),
  kind: z.enum(['progress', 'completion', 'duty-done']),
  progress: z.number().nullable(),
  done: z.string(),
  next: z.string(),
  problems: z.string(),
  support: z.string(),
  /** Of the closing criterion's indicator, as a decimal. */
  value: z.string().nullable(),
  reportedAt: instant,
  reportedOn: z.iso.date(),
  reporter: z.string(),
})
export type Report = z.infer<typeof Report>

/** A file (`GET /api/items/:id/evidence/:evidenceId`) or a link. Evidence is never deleted. */
export const Evidence = z.object({
  id: z.uuid(),
  reportId: z.uuid().nullable(),
  round: z.int(),
  /** Null when the office added it. */
  unitId: z.uuid().nullable(),
  kind: z.enum(['file', 'link']),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  url: z.string().nullable(),
  note: z.string(),
  addedAt: instant,
  addedBy: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

export const Verification = z.object({
  id: z.uuid(),
  round: z.int(),
  purpose: z.enum(['closing', 'recheck']),
  method: VerificationMethod,
  thirdParty: z.string(),
  result: z.enum(['passed', 'failed']),
  findings: z.string(),
  verifiedAt: instant,
  verifiedOn: z.iso.date(),
  verifier: z.string(),
})
export type Verification = z.infer<typeof Verification>

export const Extension = z.object({
  id: z.uuid(),
  round: z.int(),
  unitId: z.uuid().nullable(),
  fromDue: day,
  toDue: z.iso.date(),
  reason: z.string(),
  askedAt: instant,
  asker: z.string(),
  /** `dropped`: the item ended, was recalled or began anew before anybody decided. */
  state: z.enum(['pending', 'approved', 'refused', 'dropped']),
  decidedAt: instant.nullable(),
  decider: z.string().nullable(),
  decision: z.string(),
})
export type Extension = z.infer<typeof Extension>

export const Pressing = z.object({
  id: z.uuid(),
  round: z.int(),
  kind: z.enum(['press', 'letter', 'notice']),
  colour: NoticeColour.nullable(),
  number: z.string().nullable(),
  text: z.string(),
  answerBy: day,
  pressedAt: instant,
  pressedOn: z.iso.date(),
  presser: z.string(),
})
export type Pressing = z.infer<typeof Pressing>

/** A round that ended with a close. */
export const Round = z.object({
  round: z.int(),
  dispatchedOn: day,
  signedOn: day,
  dueOn: day,
  firstDueOn: day,
  finishedOn: z.iso.date(),
  closedOn: z.iso.date(),
  wasLate: z.boolean(),
  returnedCount: z.int(),
})
export type Round = z.infer<typeof Round>

/** One item with everything that belongs to its life, and what the person who asks may do with it. */
export const ItemDetail = Item.extend({
  /** Today in the city: what the light and the days left are told of. */
  asOf: z.iso.date(),
  duties: z.array(Duty),
  reports: z.array(Report),
  evidence: z.array(Evidence),
  verifications: z.array(Verification),
  extensions: z.array(Extension),
  pressings: z.array(Pressing),
  rounds: z.array(Round),
  parts: z.object({ count: z.int(), closed: z.int(), progress: z.number() }).nullable(),
  parent: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  steps: z.array(StepOffer),
})
export type ItemDetail = z.infer<typeof ItemDetail>
