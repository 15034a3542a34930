import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { pace } from '../queries/pace.ts'
import { rollUpOf } from '../queries/roll-up.ts'
import { story } from '../queries/story.ts'
import { AskPace, Pace, RollUp, Story } from '../schema.ts'

const tags = ['ledger']
const config = { permission: 'ledger.read' }
const params = z.object({ id: z.uuid() })

/** What there is to see of one item beside itself: its story, its roll-up; and the pace of items. */
export function itemViewRoutes(app: HttpApp): void {
  app.get(
    '/api/items/pace',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getPace',
        summary: 'Time passed against progress, by item, unit, plan or for the whole city',
        tags,
        querystring: AskPace,
        response: { 200: Pace },
      },
    },
    ({ context, query }) => pace(context, query),
  )

  app.get(
    '/api/items/:id/story',
    {
      config,
      schema: {
        operationId: 'getStory',
        summary: 'What happened to an item, from its source to its close',
        tags,
        params,
        response: { 200: Story },
      },
    },
    ({ context, params }) => story(context, params.id),
  )

  app.get(
    '/api/items/:id/roll-up',
    {
      config,
      schema: {
        operationId: 'getRollUp',
        summary: 'What the leaves below an item add up to, each sum with the query that opens it',
        tags,
        params,
        response: { 200: RollUp },
      },
    },
    ({ context, params }) => rollUpOf(context, params.id),
  )
}
