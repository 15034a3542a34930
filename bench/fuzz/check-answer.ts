import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { ApiCase, OpenApi } from './api-cases.ts'
import type { Answer } from './send.ts'

/** What no answer may show: stacks, paths, statements, the driver's words. */
const INSIDE =
  /\bat [\w.<>]+ \(|node_modules|\bselect .+ from \w+\.|relation "|violates .+ constraint|invalid input syntax/i

/** Holds answers against the document that the server serves. Returns what is wrong with one, undefined when nothing is. */
export function answerChecker(document: OpenApi): (one: ApiCase, answer: Answer) => string | undefined {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, allErrors: false })
  formats.default(ajv)
  ajv.addSchema({ ...document, $id: 'api' } as object)
  const validators = new Map<string, ValidateFunction | undefined>()
  const validatorOf = (one: ApiCase, status: number, type: string) => {
    const key = `${one.method} ${one.route} ${status} ${type}`
    if (!validators.has(key)) {
      const content = document.paths[one.route]?.[one.method.toLowerCase()]?.responses[status]?.content
      validators.set(key, content?.[type] && ajv.compile(rebase(content[type].schema) as object))
    }
    return validators.get(key)
  }
  return (one, { status, headers, body }) => {
    if (status >= 500 && !(status === 503 && one.route === '/api/ready')) return `answered ${status}`
    if (!headers['content-security-policy'] || headers['x-content-type-options'] !== 'nosniff')
      return `answered ${status} without its security headers`
    const type = String(headers['content-type'] ?? '').split(';')[0]!
    // A refusal may list its problems in a form of its own (SDMX), where the document says so.
    const isDeclared = status >= 400 && Boolean(validatorOf(one, status, type))
    if (status >= 400 && type !== 'application/problem+json' && !isDeclared && one.method !== 'HEAD')
      return `answered ${status} as "${type}" instead of a problem`
    if (!type.endsWith('json') || status === 204) return undefined
    const text = body.toString('utf8')
    if (status >= 400 && INSIDE.test(text)) return `tells of its inside: ${INSIDE.exec(text)?.[0]}`
    const content = JSON.parse(text) as unknown
    const validate = validatorOf(one, status, type)
    if (!validate || validate(content)) return undefined
    const [error] = validate.errors ?? []
    return `answered ${status} with ${error?.instancePath} that ${error?.message}`
  }
}

/** References of the document become references into the schema that was added. */
function rebase(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rebase)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === '$ref' && typeof value === 'string' ? [key, `api${value}`] : [key, rebase(value)],
    ),
  )
}
