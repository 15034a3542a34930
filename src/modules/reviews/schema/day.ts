import { z } from 'zod'
import { ItemState } from '../../ledger/index.ts'

const text = z.string().trim().min(1).max(2000)
const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

/** What was written down while the meeting was held. */
export const Note = z.object({
  id: z.uuid(),
  reviewId: z.uuid(),
  /** Rises with every change of any note of the review. */
  seq: z.int(),
  kind: z.enum(['note', 'commitment']),
  /** The speaker whom it is about. */
  unitId: z.uuid().nullable(),
  text: z.string(),
  leadUnitId: z.uuid().nullable(),
  dueOn: day.nullable(),
  /** The draft item that a commitment became. */
  item: z.object({ id: z.uuid(), number: z.string(), state: ItemState }).nullable(),
  takenAt: z.iso.datetime(),
  takenBy: z.string(),
  isDropped: z.boolean(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type Note = z.infer<typeof Note>

/** Notes that are newer than a number, and the highest number there is. */
export const Notes = z.object({ notes: z.array(Note), last: z.int() })
export type Notes = z.infer<typeof Notes>

export const AskNotes = z.strictObject({
  since: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
})
export type AskNotes = z.infer<typeof AskNotes>

export const TakeNote = z.strictObject({
  /** Chosen by who writes it: sent again, it is stored once. */
  id: z.uuid(),
  kind: z.enum(['note', 'commitment']),
  unitId: z.uuid().nullable().default(null),
  text,
  /** Of a commitment; left out: the unit it is about. */
  leadUnitId: z.uuid().nullable().optional(),
  dueOn: day.nullable().default(null),
  /** When it was written, if that was before it could be sent. */
  takenAt: instant.optional(),
})
export type TakeNote = z.infer<typeof TakeNote>

/** Of a note that has no item yet; what is left out stays. A note that becomes a commitment gets its item. */
export const ChangeNote = z.strictObject({
  kind: z.literal('commitment').optional(),
  unitId: z.uuid().nullable().optional(),
  text: text.optional(),
  leadUnitId: z.uuid().nullable().optional(),
  dueOn: day.nullable().optional(),
  isDropped: z.literal(true).optional(),
})
export type ChangeNote = z.infer<typeof ChangeNote>

/** Starts or stops the clock of a speaker. Starting one stops whichever runs. */
export const ClockSpeech = z.strictObject({
  /** Of this stretch, chosen by who starts it: sent again, it is the same one. */
  id: z.uuid(),
  unitId: z.uuid(),
  do: z.enum(['start', 'stop']),
  /** When that was, if it could not be sent then. */
  at: instant.optional(),
})
export type ClockSpeech = z.infer<typeof ClockSpeech>

/** The clocks of all speakers, in speaking order. */
export const SpeechClock = z.object({
  reviewId: z.uuid(),
  /** The server's instant: a browser reckons the difference to its own once. */
  now: z.iso.datetime(),
  running: z.object({ id: z.uuid(), unitId: z.uuid(), startedAt: z.iso.datetime() }).nullable(),
  speakers: z.array(
    z.object({
      unitId: z.uuid(),
      position: z.int(),
      minutes: z.int(),
      secondsUsed: z.int(),
      /** Negative: over the time allowed. */
      secondsLeft: z.int(),
      isRunning: z.boolean(),
      speeches: z.array(
        z.object({ id: z.uuid(), startedAt: z.iso.datetime(), stoppedAt: z.iso.datetime().nullable() }),
      ),
    }),
  ),
})
export type SpeechClock = z.infer<typeof SpeechClock>
