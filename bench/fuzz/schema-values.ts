import fc from 'fast-check'
import { hostileText } from './hostile-values.ts'

/** The part of JSON Schema that the served document uses. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  $defs?: Record<string, JsonSchema>
}

interface Place {
  /** The field's name, by which a stored id or word is chosen for it. */
  name: string
  depth: number
  resolve(ref: string): JsonSchema
}

const WORDS = [
  '季度',
  '停车位',
  '东屏区',
  '老旧小区',
  '亿元',
  '产值',
  'output',
  'a',
  '泊江市',
  '2024年第一季度',
]

/** Values that the schema takes, small ones; ids and keys stand as `@pool:name:number@` until they are sent. */
export function valuesOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const { depth } = place
  if (schema.$ref !== undefined) {
    if (depth > 7) return fc.constant(null)
    return valuesOf(place.resolve(schema.$ref), { ...place, depth: depth + 1 })
  }
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices?.length) return fc.oneof(...choices.map((each) => valuesOf(each, place)))
  if (schema.allOf?.length)
    return fc
      .tuple(...schema.allOf.map((each) => valuesOf(each, place)))
      .map((parts) => Object.assign({}, ...(parts as object[])))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return fc.oneof(...types.map((type) => valueOfType(type, schema, place)))
}

function valueOfType(type: string | undefined, schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectOf(schema, place)
    case 'array': {
      if (schema.prefixItems)
        return fc.tuple(...schema.prefixItems.map((each) => valuesOf(each, deeper(place))))
      const minLength = schema.minItems ?? 0
      const maxLength = Math.min(schema.maxItems ?? 3, Math.max(minLength, place.depth > 5 ? minLength : 3))
      const name = place.name.replace(/s$/, '')
      return fc.array(valuesOf(schema.items ?? {}, { ...deeper(place), name }), { minLength, maxLength })
    }
    case 'string':
      return textOf(schema, place)
    case 'integer':
    case 'number':
      return numberOf(type, schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1 })

function objectOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => [name, valuesOf(each, { ...deeper(place), name })] as const,
  )
  const requiredKeys = (schema.required ?? []).filter((key) => entries.some(([name]) => name === key))
  const known = fc.record(Object.fromEntries(entries), { requiredKeys })
  const more = schema.additionalProperties
  if (typeof more !== 'object' || Object.keys(more).length === 0) return known
  const key = schema.propertyNames ? valuesOf(schema.propertyNames, place) : poolText(place.name)
  const some = fc.array(fc.tuple(key.map(String), valuesOf(more, deeper(place))), { maxLength: 3 })
  return fc.tuple(known, some).map(([own, added]) => ({ ...own, ...Object.fromEntries(added) }))
}

const poolText = (name: string) => fc.nat(200).map((number) => `@pool:${name}:${number}@`)

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const day = fc
  .tuple(
    fc.integer({ min: 2019, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(d)}`)

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema, { name }: Place) {
  if (format === 'uuid') return poolText(name)
  if (format === 'date') return day
  if (format === 'date-time') return day.map((each) => `${each}T08:30:00Z`)
  if (format === 'uri' || format === 'url')
    return fc.constantFrom('https://city.example/a?b=c', 'http://127.0.0.1:1/', 'https://[::1]/', 'ftp://a')
  if (format === 'email') return fc.constantFrom('a@city.example', 'duban@city.example')
  const matching = pattern === undefined ? undefined : stringsMatching(pattern)
  if (matching) return matching
  const longest = Math.min(maxLength, 60)
  const words = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').slice(0, longest).padEnd(minLength, '甲'))
  return fc.oneof(
    { weight: 5, arbitrary: words },
    { weight: 3, arbitrary: poolText(name) },
    { weight: 1, arbitrary: hostileText },
  )
}

function stringsMatching(pattern: string): fc.Arbitrary<string> | undefined {
  for (const flags of ['u', '']) {
    try {
      return fc.stringMatching(new RegExp(pattern, flags), { size: 'small' })
    } catch {}
  }
  return undefined
}

function numberOf(type: 'integer' | 'number', schema: JsonSchema): fc.Arbitrary<number> {
  const least =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1000 : schema.exclusiveMinimum + 1)
  const most = schema.maximum ?? (schema.exclusiveMaximum === undefined ? 1000 : schema.exclusiveMaximum - 1)
  const min = Math.max(least, -(2 ** 53) + 1)
  const max = Math.max(min, Math.min(most, 2 ** 53 - 1))
  const near = Math.min(max, Math.max(min, 0) + 50)
  const small = fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(near)) })
  if (type === 'integer') return small
  return fc.oneof(small, fc.double({ min, max: Math.max(min, near), noNaN: true }))
}
