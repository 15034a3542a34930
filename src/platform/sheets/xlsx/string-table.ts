import { invalid } from '../../../kernel/errors.ts'

const CHUNK = 1024 * 1024

/**
 * The shared texts of a workbook as UTF-8 in a few large buffers: a million short texts cost their bytes and not a
 * million objects of the heap.
 */
export class StringTable {
  readonly #limit: number
  readonly #chunks: Buffer[] = []
  #used = CHUNK
  #bytes = 0
  #count = 0
  /** Chunk, offset and length of each text. */
  #places = new Uint32Array(3 * 1024)

  constructor(maxBytes: number) {
    this.#limit = maxBytes
  }

  get size(): number {
    return this.#count
  }

  /** @throws `platform.sheet-too-much-text` */
  add(text: string): void {
    const length = Buffer.byteLength(text)
    this.#bytes += length + 12
    if (this.#bytes > this.#limit)
      throw invalid('platform.sheet-too-much-text', { limitMegabytes: Math.floor(this.#limit / 1024 / 1024) })
    if (this.#used + length > (this.#chunks.at(-1)?.length ?? 0)) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, length)))
      this.#used = 0
    }
    const at = this.#count * 3
    if (at + 3 > this.#places.length) this.#grow()
    this.#places[at] = this.#chunks.length - 1
    this.#places[at + 1] = this.#used
    this.#places[at + 2] = length
    this.#chunks.at(-1)!.write(text, this.#used)
    this.#used += length
    this.#count++
  }

  /** Undefined when there is no text of that number. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined
    const [chunk, from, length] = this.#places.subarray(index * 3, index * 3 + 3)
    return this.#chunks[chunk!]!.toString('utf8', from, from! + length!)
  }

  #grow(): void {
    const places = new Uint32Array(this.#places.length * 2)
    places.set(this.#places)
    this.#places = places
  }
}
