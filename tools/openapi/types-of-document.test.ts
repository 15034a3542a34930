import { describe, expect, it } from 'vitest'
import { typeOfSchema } from './type-of-schema.ts'
import { typesOfDocument } from './types-of-document.ts'

describe('a schema as a type', () => {
  it.each([
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'string', nullable: true }, 'string | null'],
    [{ enum: ['a', 'b'] }, '"a" | "b"'],
    [{ const: 3 }, '3'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [{ type: 'array', prefixItems: [{ type: 'integer' }, { type: 'integer' }] }, '[number, number]'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    [{ type: 'object', properties: { 'x-y': { type: 'null' } } }, "{\n  'x-y'?: null\n}"],
    [{ $ref: '#/components/schemas/Item' }, "components['schemas']['Item']"],
    [{}, 'unknown'],
  ])('%j is %s', (schema, type) => {
    expect(typeOfSchema(schema)).toBe(type)
  })

  it('brackets a union of objects inside an array, and nothing else', () => {
    const one = { type: 'object', properties: { a: { type: ['string', 'null'] } }, required: ['a'] }
    expect(typeOfSchema({ type: 'array', items: one })).toBe('{\n  a: string | null\n}[]')
    expect(typeOfSchema({ type: 'array', items: { oneOf: [one, { type: 'string' }] } })).toMatch(
      /^\(.*\)\[\]$/s,
    )
  })
})

it('writes path and query parameters, bodies and answers by status', () => {
  const operation = {
    parameters: [
      { name: 'id', in: 'path', schema: { type: 'string' } },
      { name: 'page', in: 'query', schema: { type: 'integer' } },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'string' } } } },
    responses: { 200: { content: { 'application/json': { schema: { type: 'boolean' } } } }, 204: {} },
  }
  const types = typesOfDocument({ paths: { '/things/{id}': { post: operation } } })
  expect(types).toContain('query?: { page?: number }; header?: never; path: { id: string }')
  expect(types).toContain("requestBody: { content: { 'application/json': string } }")
  expect(types).toContain(
    "200: { headers: Record<string, unknown>; content: { 'application/json': boolean } }",
  )
  expect(types).toContain('get?: never')
})
