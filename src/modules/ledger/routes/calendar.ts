import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { makeFeed } from '../commands/calendar-feed/make-feed.ts'
import { revokeFeed } from '../commands/calendar-feed/revoke-feed.ts'
import { listItemDays } from '../queries/list-item-days.ts'
import { ownFeed } from '../queries/own-feed.ts'
import { readFeed } from '../queries/read-feed.ts'
import { AskItemDays, CalendarFeed, ItemDays } from '../schema.ts'

const tags = ['ledger']
const config = { permission: 'ledger.read' }

/** A calendar asks a few times an hour; whoever guesses addresses is slowed down. */
const FETCHES_PER_MINUTE = 60

/** The ledger by days: on the screen, and in a person's own calendar. */
export function calendarRoutes(app: HttpApp): void {
  app.get(
    '/api/items/days',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listItemDays',
        summary: 'Deadlines, nodes of plans and re-checks between two days',
        tags,
        querystring: AskItemDays,
        response: { 200: ItemDays },
      },
    },
    ({ context, query }) => listItemDays(context, query),
  )

  app.get(
    '/api/calendar-feed',
    {
      config,
      schema: {
        operationId: 'getCalendarFeed',
        summary: "Whether one's own calendar address exists, and since when",
        tags,
        response: { 200: CalendarFeed },
      },
    },
    ({ context }) => ownFeed(context),
  )

  app.post(
    '/api/calendar-feed',
    {
      config: { ...config, answerIsSecret: true, byPersonOnly: true },
      schema: {
        operationId: 'makeCalendarFeed',
        summary: 'Make a calendar address of one’s own; the former one ends',
        tags,
        response: { 201: CalendarFeed },
      },
    },
    async ({ context }, reply) => reply.code(201).send(await makeFeed(context)),
  )

  app.delete(
    '/api/calendar-feed',
    {
      config: { ...config, byPersonOnly: true },
      schema: {
        operationId: 'revokeCalendarFeed',
        summary: 'End one’s own calendar address',
        tags,
        response: { 204: z.undefined() },
      },
    },
    async ({ context }, reply) => {
      await revokeFeed(context)
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/calendar/:token.ics',
    {
      config: { permission: 'public', rateLimit: { max: FETCHES_PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        operationId: 'readCalendar',
        summary: 'The calendar behind an address, with what its owner may see (iCalendar)',
        tags,
        params: z.object({ token: z.string().max(100) }),
        response: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const origin = `${request.protocol}://${request.host}`
      const text = await readFeed(request.context, {
        token: request.params.token,
        linkTo: (path) => `${origin}${path}`,
      })
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(text)
    },
  )
}
