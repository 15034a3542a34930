import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invalid, notFound } from '../../kernel/errors.ts'
import { requireSoundRegister } from './rules/require-sound-register.ts'
import { CityMap, Register } from './schema.ts'

const PACKS = new URL('../../../packs/', import.meta.url)

/** A city as data. The digests are left as they stand: their shape belongs to who loads them. */
export interface Pack {
  readonly name: string
  readonly register: Register
  /** Outlines of its units (`map.json`), where the pack has them. */
  readonly map: CityMap | null
  /** Facts of public reviews in our own words (`digests/*.json`), sorted by file name. */
  readonly digests: readonly PackFile[]
  /** Indicators with their values (`indicators/*.json`), sorted by file name; their shape belongs to who loads them. */
  readonly indicators: readonly PackFile[]
}

interface PackFile {
  readonly fileName: string
  readonly content: unknown
}

/**
 * Reads `packs/NAME`.
 * @throws `units.no-such-pack`; `units.malformed-pack` with file and reason when it is not JSON or not of the
 * schema; any code of `registerErrors`, with file, entry, field, value and how many more there are.
 */
export function readPack(name: string, folder: URL = PACKS): Pack {
  const available = namesIn(folder).filter((each) => existsSync(new URL(`${each}/register.json`, folder)))
  if (!available.includes(name)) throw notFound('units.no-such-pack', { name, available })
  const file = `${name}/register.json`
  const register = readRegister(new URL(file, folder), file)
  const map = readMap(folder, name, register)
  const [digests, indicators] = [
    readFiles(folder, `${name}/digests`),
    readFiles(folder, `${name}/indicators`),
  ]
  return { name, register, map, digests, indicators }
}

/** Each outline belongs to a unit of the register. */
function readMap(folder: URL, name: string, register: Register): CityMap | null {
  const file = `${name}/map.json`
  const url = new URL(file, folder)
  if (!existsSync(url)) return null
  const parsed = CityMap.safeParse(readJson(url, file))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw invalid('units.malformed-pack', { file, entry: 'map', field: path.join('.'), reason: message })
  }
  const keys = new Set(register.units.map(({ key }) => key))
  const index = parsed.data.shapes.findIndex(({ unit }) => !keys.has(unit))
  if (index < 0) return parsed.data
  const value = parsed.data.shapes[index]!.unit
  throw invalid('units.no-such-unit', { file, entry: `shapes[${index}]`, field: 'unit', value, more: 0 })
}

function readRegister(url: URL, file: string): Register {
  const raw = readJson(url, file)
  const parsed = Register.safeParse(raw)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw invalid('units.malformed-pack', {
      file,
      entry: entryOf(raw, path),
      field: path.join('.'),
      reason: message,
    })
  }
  requireSoundRegister(parsed.data, file)
  return parsed.data
}

/** A person finds an entry by its key, not by its number in the list. */
function entryOf(raw: unknown, path: readonly PropertyKey[]): string {
  const [list, at] = path
  if (typeof list !== 'string' || typeof at !== 'number') return String(list ?? 'register')
  const key: unknown = (raw as Record<string, { key?: unknown }[]>)[list]?.[at]?.key
  return typeof key === 'string' ? key : `${list}[${at}]`
}

function readFiles(folder: URL, path: string): readonly PackFile[] {
  const files = new URL(`${path}/`, folder)
  return namesIn(files)
    .filter((fileName) => fileName.endsWith('.json'))
    .map((fileName) => ({ fileName, content: readJson(new URL(fileName, files), `${path}/${fileName}`) }))
}

function readJson(url: URL, file: string): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalid('units.malformed-pack', { file, entry: basename(fileURLToPath(url)), field: '', reason })
  }
}

function namesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
