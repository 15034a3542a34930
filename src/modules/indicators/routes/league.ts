import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { AskTable, IndicatorCode, LeagueTable } from '../schema.ts'

const tags = ['indicators']

/** Who stands where. */
export function leagueRoutes(app: HttpApp): void {
  app.get(
    '/api/indicators/:code/table',
    {
      config: { permission: 'indicators.read' },
      schema: {
        operationId: 'getLeagueTable',
        summary: 'The league table of an indicator in a period and a cohort, as of any vintage',
        tags,
        params: z.object({ code: IndicatorCode }),
        querystring: AskTable,
        response: { 200: LeagueTable },
      },
    },
    ({ context, params, query }) => leagueTable(context, params.code, query),
  )
}
