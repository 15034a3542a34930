const MOST = 400
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SYMBOL = /@pool:([^:@]*):(\d+)@/g

/** Ids, keys and words that answers carried, by the name of the field or of the collection: what later cases ask for. */
export class Pools {
  readonly #values = new Map<string, string[]>()

  /** Takes what an answer of `path` holds. */
  take(path: string, answer: unknown): void {
    this.#walk(collectionOf(path), answer, 0)
  }

  /** The text with every `@pool:name:number@` filled in. */
  fill(text: string, encode: (value: string) => string = (value) => value): string {
    return text.replace(SYMBOL, (_, name: string, number: string) => encode(this.pick(name, Number(number))))
  }

  pick(name: string, number: number): string {
    const own = this.#values.get(name)
    const any = own ?? this.#values.get(/id$/i.test(name) ? 'uuid' : 'word') ?? ['nothing']
    return any[number % any.length]!
  }

  #walk(collection: string, value: unknown, depth: number): void {
    if (depth > 8 || value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const each of value.slice(0, 30)) this.#walk(collection, each, depth + 1)
      return
    }
    for (const [name, each] of Object.entries(value)) {
      if (typeof each === 'string' || typeof each === 'number') this.#keep(collection, name, String(each))
      else if (Array.isArray(each) && typeof each[0] === 'string')
        for (const text of each.slice(0, 10)) this.#keep(collection, name.replace(/s$/, ''), String(text))
      else this.#walk(/s$/.test(name) ? name : collection, each, depth + 1)
    }
  }

  #keep(collection: string, name: string, value: string): void {
    if (value.length > 100 || value.includes('@pool')) return
    if (name === 'id') this.#add(collection, value)
    if (['code', 'key', 'number'].includes(name)) this.#add(`${collection}.${name}`, value)
    this.#add(name, value)
    if (UUID.test(value)) this.#add('uuid', value)
    else this.#add('word', value)
  }

  #add(name: string, value: string): void {
    const values = this.#values.get(name) ?? []
    if (values.length >= MOST || values.includes(value)) return
    values.push(value)
    this.#values.set(name, values)
  }
}

/** `/api/items/{id}/duties/{unitId}` speaks of `duties`, `/api/items` of `items`. */
export function collectionOf(path: string): string {
  return (
    path
      .split('?')[0]!
      .split('/')
      .filter((part) => part !== '' && !part.startsWith('{') && part !== 'api')
      .at(-1) ?? 'api'
  )
}
