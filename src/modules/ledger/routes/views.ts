import type { HttpApp } from '../../../platform/module.ts'
import { board } from '../queries/board.ts'
import { countMatching } from '../queries/count-matching.ts'
import { desk } from '../queries/desk.ts'
import { statistics } from '../queries/statistics.ts'
import {
  AskBoard,
  AskDesk,
  AskStatistics,
  Board,
  Desk,
  ItemCount,
  ItemFilterQuery,
  Statistics,
} from '../schema.ts'

const tags = ['ledger']
const config = { permission: 'ledger.read' }

/** What the ledger shows beside its list: counts, desk, board, statistics. */
export function viewRoutes(app: HttpApp): void {
  app.get(
    '/api/items/count',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'countItems',
        summary: 'How many items a filter lets through, all of them counted',
        tags,
        querystring: ItemFilterQuery,
        response: { 200: ItemCount },
      },
    },
    ({ context, query }) => countMatching(context, query),
  )

  app.get(
    '/api/items/board',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getBoard',
        summary: 'Items in columns by state, each column with its count and its first items',
        tags,
        querystring: AskBoard,
        response: { 200: Board },
      },
    },
    ({ context, query }) => board(context, query),
  )

  app.get(
    '/api/items/statistics',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getStatistics',
        summary:
          'Counts and shares by unit, origin, theme, month or kind, each with the queries that open it',
        tags,
        querystring: AskStatistics,
        response: { 200: Statistics },
      },
    },
    ({ context, query }) => statistics(context, query),
  )

  app.get(
    '/api/desk',
    {
      config,
      schema: {
        operationId: 'getDesk',
        summary: 'What needs the office, or a unit today, and by which rule',
        tags,
        querystring: AskDesk,
        response: { 200: Desk },
      },
    },
    ({ context, query }) => desk(context, query),
  )
}
