import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CodedError } from '../../kernel/errors.ts'
import { readPack } from './read-pack.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-pack-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function failureOf(register: unknown): CodedError {
  mkdirSync(join(folder, 'town'))
  const text = typeof register === 'string' ? register : JSON.stringify(register)
  writeFileSync(join(folder, 'town', 'register.json'), text)
  try {
    readPack('town', pathToFileURL(`${folder}/`))
  } catch (error) {
    if (error instanceof CodedError) return error
  }
  throw new Error('the pack was accepted')
}

const city = { key: 'town', name: '某镇', nameEn: 'Town' }
const root = { key: 'town', kind: 'city', name: '某镇' }

describe('A pack', () => {
  it('that is not there is named with those that are', () => {
    expect(() => readPack('atlantis')).toThrow(/units\.no-such-pack.*riverport/)
    expect(() => readPack('atlantis')).not.toThrow(/\.ts/)
    expect(() => readPack('../packs/riverport')).toThrow(/units\.no-such-pack/)
  })

  it('with a wrong field is refused with file, entry and field', () => {
    const { code, details } = failureOf({
      city,
      cohorts: [],
      units: [root, { key: 'x', kind: 'planet', name: '火星' }],
    })
    expect(code).toBe('units.malformed-pack')
    expect(details).toMatchObject({ file: 'town/register.json', entry: 'x', field: 'units.1.kind' })
  })

  it('with a broken link is refused with file, entry and field', () => {
    const { code, details } = failureOf({ city, cohorts: [], units: [{ ...root, parent: 'nowhere' }] })
    expect(code).toBe('units.no-such-unit')
    expect(details).toMatchObject({
      file: 'town/register.json',
      entry: 'town',
      field: 'parent',
      value: 'nowhere',
    })
  })

  it('that is not JSON is refused with the file', () => {
    expect(failureOf('{').details).toMatchObject({ file: 'town/register.json' })
  })
})
