import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeNote } from '../commands/day/change-note.ts'
import { clockSpeech } from '../commands/day/clock-speech.ts'
import { takeNote } from '../commands/day/take-note.ts'
import { listNotes } from '../queries/day/list-notes.ts'
import { getSpeechClock } from '../queries/day/speech-clock.ts'
import { AskNotes, ChangeNote, ClockSpeech, Note, Notes, SpeechClock, TakeNote } from '../schema/day.ts'

const tags = ['reviews']
const holding = { permission: 'reviews.hold' }
const params = z.object({ id: z.uuid() })

/** While the meeting is held: notes, commitments, the speakers' clock. */
export function dayRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/cycles/:id/notes',
    {
      config: holding,
      schema: {
        operationId: 'listNotes',
        summary: 'Notes that are newer than a number',
        tags,
        params,
        querystring: AskNotes,
        response: { 200: Notes },
      },
    },
    ({ context, params, query }) => listNotes(context, params.id, query),
  )

  app.post(
    '/api/reviews/cycles/:id/notes',
    {
      config: holding,
      schema: {
        operationId: 'takeNote',
        summary: 'Write a note or a commitment down, once for its id',
        tags,
        params,
        body: TakeNote,
        response: { 200: Note },
      },
    },
    ({ context, params, body }) => takeNote(context, params.id, body),
  )

  app.patch(
    '/api/reviews/notes/:id',
    {
      config: holding,
      schema: {
        operationId: 'changeNote',
        summary: 'Change a note, make a commitment of it, or drop it',
        tags,
        params,
        body: ChangeNote,
        response: { 200: Note },
      },
    },
    ({ context, params, body }) => changeNote(context, params.id, body),
  )

  app.get(
    '/api/reviews/cycles/:id/speech',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'getSpeechClock',
        summary: 'How long each speaker has spoken',
        tags,
        params,
        response: { 200: SpeechClock },
      },
    },
    ({ context, params }) => getSpeechClock(context, params.id),
  )

  app.post(
    '/api/reviews/cycles/:id/speech',
    {
      config: holding,
      schema: {
        operationId: 'clockSpeech',
        summary: "Start or stop a speaker's clock",
        tags,
        params,
        body: ClockSpeech,
        response: { 200: SpeechClock },
      },
    },
    ({ context, params, body }) => clockSpeech(context, params.id, body),
  )
}
