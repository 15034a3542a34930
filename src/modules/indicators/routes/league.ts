import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { series } from '../queries/series.ts'
import { compareUnits } from '../queries/unit-page/compare-units.ts'
import { unitFirsts } from '../queries/unit-page/unit-firsts.ts'
import { unitPage } from '../queries/unit-page/unit-page.ts'
import {
  AskComparison,
  AskSeries,
  AskTable,
  AskUnitPage,
  Comparison,
  IndicatorCode,
  LeagueTable,
  Series,
  UnitFirsts,
  UnitPage,
} from '../schema.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }

/** Who stands where. */
export function leagueRoutes(app: HttpApp): void {
  app.get(
    '/api/indicators/:code/table',
    {
      config: { ...config, reads: 'replica' },
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

  app.get(
    '/api/indicators/:code/series',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getSeries',
        summary: 'The values of units over time, as of any vintage, with what earlier vintages said',
        tags,
        params: z.object({ code: IndicatorCode }),
        querystring: AskSeries,
        response: { 200: Series },
      },
    },
    ({ context, params, query }) => series(context, params.code, query),
  )

  app.get(
    '/api/measured-units/:id/page',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getUnitPage',
        summary: 'Where a unit stands in each indicator: value, place, change, growth and the last values',
        tags,
        params: z.object({ id: z.string().min(1).max(100) }),
        querystring: AskUnitPage,
        response: { 200: UnitPage },
      },
    },
    ({ context, params, query }) => unitPage(context, params.id, query),
  )

  app.get(
    '/api/measured-units/:id/firsts',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getUnitFirsts',
        summary: 'Where a unit stands first among the indicators of a page, and since when',
        tags,
        params: z.object({ id: z.string().min(1).max(100) }),
        querystring: AskUnitPage,
        response: { 200: UnitFirsts },
      },
    },
    ({ context, params, query }) => unitFirsts(context, params.id, query),
  )

  app.get(
    '/api/compare',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'compareUnits',
        summary: 'Two units side by side, indicator by indicator',
        tags,
        querystring: AskComparison,
        response: { 200: Comparison },
      },
    },
    ({ context, query }) => compareUnits(context, query),
  )
}
