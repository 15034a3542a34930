import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../kernel/context.ts'
import { fileDisposition } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { comparisonFile } from '../files/comparison-file.ts'
import { compositeFile } from '../files/composite-file.ts'
import { leagueFile } from '../files/league-file.ts'
import { paceFile } from '../files/pace-file.ts'
import { openTableFile, type TableFile } from '../files/table-file.ts'
import { unitFile } from '../files/unit-file.ts'
import { leagueTable } from '../queries/league/league-table.ts'
import { compositeTable } from '../queries/leagues/composite-table.ts'
import { paceBoard } from '../queries/pace/pace-board.ts'
import { getPublication } from '../queries/publications.ts'
import { LeagueKey } from '../schema/composite.ts'
import {
  AskComparisonFile,
  AskCompositeFile,
  AskPaceFile,
  AskPublicationFile,
  AskTableFile,
  AskUnitFile,
  type FileFormat,
} from '../schema/files.ts'
import { IndicatorCode } from '../schema.ts'

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

const tags = ['indicators']
const config = { permission: 'indicators.read' }
const response = {
  200: {
    description: 'The sheet',
    content: { 'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
  },
}

/** What the screens show as a spreadsheet, numbers raw. */
export function fileRoutes(app: HttpApp): void {
  app.get(
    '/api/indicators/:code/table/file',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getLeagueTableFile',
        summary: 'A league table as xlsx or csv',
        tags,
        params: z.object({ code: IndicatorCode }),
        querystring: AskTableFile,
        response,
      },
    },
    async ({ context, params, query: { format, ...asked } }, reply) =>
      send(reply, format, {
        table: leagueFile(await leagueTable(context, params.code, asked), context.locale),
        locale: context.locale,
      }),
  )

  app.get(
    '/api/pace/file',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getPaceBoardFile',
        summary: 'The board of pace as xlsx or csv, a line for each target',
        tags,
        querystring: AskPaceFile,
        response,
      },
    },
    async ({ context, query: { format, ...asked } }, reply) =>
      send(reply, format, {
        table: paceFile(await paceBoard(context, asked), context.locale),
        locale: context.locale,
      }),
  )

  app.get(
    '/api/measured-units/:id/page/file',
    {
      config,
      schema: {
        operationId: 'getUnitPageFile',
        summary: 'Where a unit stands in all indicators as xlsx or csv',
        tags,
        params: z.object({ id: z.string().min(1).max(100) }),
        querystring: AskUnitFile,
        response,
      },
    },
    async ({ context, params, query: { format, ...asked } }, reply) =>
      send(reply, format, {
        table: await unitFile(context, params.id, asked),
        locale: context.locale,
      }),
  )

  app.get(
    '/api/compare/file',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getComparisonFile',
        summary: 'Two units side by side in all indicators as xlsx or csv',
        tags,
        querystring: AskComparisonFile,
        response,
      },
    },
    async ({ context, query: { format, ...asked } }, reply) =>
      send(reply, format, { table: await comparisonFile(context, asked), locale: context.locale }),
  )

  app.get(
    '/api/leagues/:key/table/file',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getCompositeTableFile',
        summary:
          'The table of a composite league as xlsx or csv, the points of each component beside the score',
        tags,
        params: z.object({ key: LeagueKey }),
        querystring: AskCompositeFile,
        response,
      },
    },
    async ({ context, params, query: { format, ...asked } }, reply) =>
      send(reply, format, {
        table: compositeFile(await compositeTable(context, params.key, asked), context.locale),
        locale: context.locale,
      }),
  )

  app.get(
    '/api/publications/:number/file',
    {
      config,
      schema: {
        operationId: 'getPublicationFile',
        summary: 'A frozen table as xlsx or csv, as it was frozen',
        tags,
        params: z.object({ number: z.coerce.number().int().min(1).max(2_000_000_000) }),
        querystring: AskPublicationFile,
        response,
      },
    },
    async ({ context, params, query: { format } }, reply) => {
      const { table, composite, title, number } = await getPublication(context, params.number)
      const { locale } = context
      const file = table ? leagueFile(table, locale) : compositeFile(composite!, locale)
      return send(reply, format, { table: { ...file, fileName: `${number}-${title}` }, locale })
    },
  )
}

function send(
  reply: FastifyReply,
  format: FileFormat,
  { table, locale }: { table: TableFile; locale: Locale },
): FastifyReply {
  return reply
    .headers({
      'content-type': MEDIA_TYPES[format],
      'content-disposition': fileDisposition(`${table.fileName}.${format}`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(openTableFile(table, format, locale))
}
