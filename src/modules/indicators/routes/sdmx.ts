import { Readable } from 'node:stream'
import { z } from 'zod'
import { invalid } from '../../../kernel/errors.ts'
import { readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { importSdmx } from '../commands/sdmx/import-sdmx.ts'
import { planSdmx } from '../queries/sdmx/plan-sdmx.ts'
import { sdmxStructure } from '../queries/sdmx/sdmx-structure.ts'
import { writeSdmx } from '../queries/sdmx/write-sdmx.ts'
import {
  AskSdmx,
  SdmxDoubtful,
  SdmxFields,
  type SdmxFormat,
  SdmxPublished,
  SdmxRefused,
  SdmxUnchanged,
} from '../schema.ts'

const tags = ['indicators']
const config = { permission: 'indicators.read' }

/** As in the SDMX REST API 2.1 (sdmx-twg/sdmx-rest). */
const MEDIA_TYPES = {
  csv: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
  json: 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8',
} as const
const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+json; version=2.0.0; charset=utf-8'

/** Exchange with other statistical systems in SDMX 3.0 messages: SDMX-CSV 2.0 and SDMX-JSON 2.0. */
export function sdmxRoutes(app: HttpApp): void {
  app.get(
    '/api/sdmx/data',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getSdmxData',
        summary: 'Observations as SDMX-CSV 2.0 or SDMX-JSON 2.0, as of any vintage',
        description:
          'The format is that of `format`, else of the Accept header, else csv. Without `indicators` all that are published; a computed one is sent when it is named. OBS_STATUS M is a value that was withdrawn. VINTAGE is the publication that said so last. The message is streamed.',
        tags,
        querystring: AskSdmx,
        response: {
          200: {
            description: 'The message',
            content: {
              'application/octet-stream': { schema: z.any().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
    },
    async ({ context, query, headers }, reply) => {
      const format = query.format ?? acceptedFormat(headers.accept)
      const plan = await planSdmx(context, query)
      return reply
        .headers({
          'content-type': MEDIA_TYPES[format],
          'content-disposition': `attachment; filename="indicators-${plan.asOf}.${format}"`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, no-store',
          vary: 'Accept',
        })
        .send(Readable.from(writeSdmx(context, plan, format)))
    },
  )

  app.get(
    '/api/sdmx/structure',
    {
      config: { ...config, reads: 'replica' },
      schema: {
        operationId: 'getSdmxStructure',
        summary:
          'How the SDMX messages are built, and what their codes mean: an SDMX-JSON 2.0 structure message',
        tags,
        response: { 200: z.unknown() },
      },
    },
    async ({ context }, reply) =>
      reply.header('content-type', STRUCTURE_TYPE).send(JSON.stringify(await sdmxStructure(context))),
  )

  app.post(
    '/api/sdmx/data',
    {
      config: { permission: 'indicators.publish' },
      schema: {
        operationId: 'importSdmxData',
        summary: 'Publish an SDMX-CSV 2.0 or SDMX-JSON 2.0 message as the next vintage, all of it or nothing',
        description:
          'Values in another unit of measure are converted where both measure the same, and refused otherwise. ACTION D or OBS_STATUS M withdraws. A message that says nothing new is answered with 200 and makes no vintage; one with problems with 422, each by line or key; one with values that make one wonder with 409 and the findings, until it comes again with a reason in `confirm` and their `doubts`.',
        tags,
        body: {
          content: { 'multipart/form-data': { schema: uploadBody(['source', 'note', 'confirm', 'doubts']) } },
        },
        response: { 200: SdmxUnchanged, 201: SdmxPublished, 409: SdmxDoubtful, 422: SdmxRefused },
      },
    },
    async (request, reply) => {
      const { bytes, fileName, fields } = await readUpload(request)
      const given = SdmxFields.safeParse(fields)
      if (!given.success) throw invalid('indicators.sdmx-no-source')
      const outcome = await importSdmx(request.context, { bytes, fileName, ...given.data })
      if (outcome.kind === 'published') return reply.code(201).send(outcome)
      if (outcome.kind === 'unchanged') return reply.code(200).send(outcome)
      if (outcome.kind === 'doubtful') return reply.code(409).send(outcome)
      return reply.code(422).send(outcome)
    },
  )
}

function acceptedFormat(accept = ''): SdmxFormat {
  const [csv, json] = [accept.search(/csv/i), accept.search(/json/i)]
  if (json < 0) return 'csv'
  return csv >= 0 && csv < json ? 'csv' : 'json'
}
