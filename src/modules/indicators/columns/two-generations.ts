/** What is kept knows how much memory it takes; it may grow, see `grow`. */
export interface Sized {
  readonly bytes: number
}

/**
 * Keeps what was used lately within a bound of bytes: entries of the older half that are used again move to the younger
 * one, and the rest go when the younger half is full. Reading costs one look-up, without the order of a list.
 */
export class TwoGenerations<Entry extends Sized> {
  readonly #half: number
  #young = new Map<number, Entry>()
  #old = new Map<number, Entry>()
  #bytes = 0

  constructor(bytes: number) {
    this.#half = bytes / 2
  }

  get(key: number): Entry | undefined {
    const young = this.#young.get(key)
    if (young) return young
    const old = this.#old.get(key)
    if (old) {
      this.#old.delete(key)
      this.set(key, old)
    }
    return old
  }

  set(key: number, entry: Entry): void {
    this.#bytes -= this.#young.get(key)?.bytes ?? 0
    this.#young.set(key, entry)
    this.#add(entry.bytes)
  }

  /** An entry has grown by so many bytes since it was set; one that has gone meanwhile counts no more. */
  grow(key: number, entry: Entry, bytes: number): void {
    if (this.#young.get(key) === entry) this.#add(bytes)
  }

  delete(key: number): void {
    this.#bytes -= this.#young.get(key)?.bytes ?? 0
    this.#young.delete(key)
    this.#old.delete(key)
  }

  clear(): void {
    this.#young.clear()
    this.#old.clear()
    this.#bytes = 0
  }

  #add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes <= this.#half) return
    this.#old = this.#young
    this.#young = new Map()
    this.#bytes = 0
  }
}
