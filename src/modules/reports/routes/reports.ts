import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid } from '../../../kernel/errors.ts'
import { readUpload, uploadBody } from '../../../platform/http/index.ts'
import type { HttpApp } from '../../../platform/module.ts'
import { type ReceiveReport, receiveReport } from '../commands/receive-report.ts'
import { getReport } from '../queries/get-report.ts'
import { listReports } from '../queries/list-reports.ts'
import { PasteReport, ReportDate } from '../requests.ts'
import { Report, ReportSummary } from '../schema.ts'

const tags = ['reports']
/** 2 million characters of three bytes each, and JSON's own. */
const MAX_PASTE_BYTES = 8 * 1024 * 1024

/** Reports in, and as received. */
export function reportRoutes(app: HttpApp): void {
  app.get(
    '/api/reports',
    {
      config: { permission: 'reports.read' },
      schema: {
        operationId: 'listReports',
        summary: 'Reports, latest meeting first',
        tags,
        querystring: z.object({
          page: z.coerce.number().int().min(1).max(1_000_000).default(1),
          pageSize: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            reports: z.array(ReportSummary),
            total: z.int(),
            page: z.int(),
            pageSize: z.int(),
          }),
        },
      },
    },
    ({ context, query }) => listReports(context, query),
  )

  app.post(
    '/api/reports',
    {
      config: { permission: 'reports.import' },
      bodyLimit: MAX_PASTE_BYTES,
      schema: {
        operationId: 'receiveReport',
        summary: 'Hand in a report: a file, or a pasted text',
        tags,
        body: {
          content: {
            'multipart/form-data': { schema: uploadBody(['reportDate']) },
            'application/json': { schema: PasteReport },
          },
        },
        response: { 201: ReportSummary },
      },
    },
    async (request, reply) => {
      const report = await receiveReport(request.context, await handedIn(request))
      return reply.code(201).send(report)
    },
  )

  app.get(
    '/api/reports/:id',
    {
      config: { permission: 'reports.read' },
      schema: {
        operationId: 'getReport',
        summary: 'A report with its text as received',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: Report },
      },
    },
    ({ context, params }) => getReport(context, params.id),
  )
}

async function handedIn(request: FastifyRequest): Promise<ReceiveReport> {
  if (!request.isMultipart()) {
    const { text, reportDate } = PasteReport.parse(request.body)
    return { source: text, fileName: null, reportDate }
  }
  const { bytes, fileName, fields } = await readUpload(request)
  const reportDate = fields.reportDate || undefined
  if (reportDate && !ReportDate.safeParse(reportDate).success) {
    throw invalid('reports.malformed-date', { value: reportDate })
  }
  return { source: bytes, fileName, reportDate }
}
