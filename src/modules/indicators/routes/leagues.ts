import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { changeLeague, defineLeague } from '../commands/leagues/define-league.ts'
import { enterPoints } from '../commands/leagues/enter-points.ts'
import { freezeLeague } from '../commands/leagues/freeze-league.ts'
import { compositeTable } from '../queries/leagues/composite-table.ts'
import { getLeague, leagueEntries, leaguePresets, leagues } from '../queries/leagues/leagues.ts'
import {
  AskComposite,
  ChangeLeague,
  CompositeTable,
  DefineLeague,
  EnterPoints,
  FreezeLeague,
  League,
  LeagueEntries,
  LeagueEntry,
  LeagueKey,
  LeaguePresets,
  Leagues,
} from '../schema/composite.ts'
import { PeriodText } from '../schema/vintage.ts'
import { Publication } from '../schema.ts'

const tags = ['indicators']
const params = z.object({ key: LeagueKey })
const config = { permission: 'indicators.read' }

/** Composite leagues: several indicators in one score. */
export function compositeRoutes(app: HttpApp): void {
  app.get(
    '/api/leagues',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'listLeagues',
        summary: 'Composite leagues by name',
        tags,
        response: { 200: Leagues },
      },
    },
    async ({ context }) => ({ leagues: await leagues(context) }),
  )

  app.get(
    '/api/league-presets',
    {
      config,
      schema: {
        operationId: 'leaguePresets',
        summary: 'Schemes and list rules that ship with the product, each with its source, to be copied',
        tags,
        response: { 200: LeaguePresets },
      },
    },
    async ({ context }) => leaguePresets(context),
  )

  app.post(
    '/api/leagues',
    {
      config: { permission: 'indicators.define' },
      schema: {
        operationId: 'defineLeague',
        summary: 'Define a composite league',
        tags,
        body: DefineLeague,
        response: { 201: League },
      },
    },
    async ({ context, body }, reply) => reply.code(201).send(await defineLeague(context, body)),
  )

  app.get(
    '/api/leagues/:key',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getLeague',
        summary: 'A composite league',
        tags,
        params,
        response: { 200: League },
      },
    },
    ({ context, params }) => getLeague(context, params.key),
  )

  app.patch(
    '/api/leagues/:key',
    {
      config: { permission: 'indicators.define' },
      schema: {
        operationId: 'changeLeague',
        summary: 'Change a composite league of which the current version was read',
        tags,
        params,
        body: ChangeLeague,
        response: { 200: League },
      },
    },
    ({ context, params, body }) => changeLeague(context, params.key, body),
  )

  app.get(
    '/api/leagues/:key/table',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getCompositeTable',
        summary:
          'Scores, places, streaks and red and black lists of a period, as of any vintage, every part traceable',
        tags,
        params,
        querystring: AskComposite,
        response: { 200: CompositeTable },
      },
    },
    ({ context, params, query }) => compositeTable(context, params.key, query),
  )

  app.get(
    '/api/leagues/:key/entries',
    {
      config,
      schema: {
        operationId: 'listLeagueEntries',
        summary: 'What persons entered for a period: scores, points given or taken, exemptions',
        tags,
        params,
        querystring: z.object({ period: PeriodText }),
        response: { 200: LeagueEntries },
      },
    },
    async ({ context, params, query }) => ({
      entries: await leagueEntries(context, params.key, query.period),
    }),
  )

  app.post(
    '/api/leagues/:key/entries',
    {
      config: { permission: 'indicators.score' },
      schema: {
        operationId: 'enterPoints',
        summary: 'Enter a score, points or an exemption for a unit and a period',
        tags,
        params,
        body: EnterPoints,
        response: { 201: LeagueEntry },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await enterPoints(context, params.key, body)),
  )

  app.post(
    '/api/leagues/:key/publications',
    {
      config: { permission: 'indicators.freeze' },
      schema: {
        operationId: 'freezeLeague',
        summary: 'Freeze the table of a composite league as the next numbered publication',
        tags,
        params,
        body: FreezeLeague,
        response: { 201: Publication },
      },
    },
    async ({ context, params, body }, reply) =>
      reply.code(201).send(await freezeLeague(context, params.key, body)),
  )
}
