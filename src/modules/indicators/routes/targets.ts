import type { HttpApp } from '../../../platform/module.ts'
import { setTargets } from '../commands/targets/set-targets.ts'
import { paceBoard } from '../queries/pace/pace-board.ts'
import { findTargets } from '../queries/targets.ts'
import { AskPaceBoard, AskTargets, PaceBoard, SetTargets, Targets } from '../schema.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }

/** What is to be reached, and how far it has come. */
export function targetRoutes(app: HttpApp): void {
  app.get(
    '/api/targets',
    {
      config,
      schema: {
        operationId: 'listTargets',
        summary: 'Targets by indicator, unit and period',
        tags,
        querystring: AskTargets,
        response: { 200: Targets },
      },
    },
    ({ context, query }) => findTargets(context, query),
  )

  app.put(
    '/api/targets',
    {
      config: { permission: 'indicators.target' },
      schema: {
        operationId: 'setTargets',
        summary: 'Set, change and remove targets, all of them or none',
        tags,
        body: SetTargets,
        response: { 200: Targets },
      },
    },
    ({ context, body }) => setTargets(context, body),
  )

  app.get(
    '/api/pace',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getPaceBoard',
        summary: 'Every target of a period against what was expected by a day, unit by unit',
        tags,
        querystring: AskPaceBoard,
        response: { 200: PaceBoard },
      },
    },
    ({ context, query }) => paceBoard(context, query),
  )
}
