import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** A word and its part of speech in the tag set of jieba (`v` verb, `n` noun, `ns` place). */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
}

let jieba: Jieba | undefined
const tagged = new Map<string, readonly TaggedWord[]>()
/** Names recur; past this many the memory of them starts anew. */
const MOST_REMEMBERED = 20_000

/** Cuts folded text into words with their parts of speech. The dictionary is loaded once, at first use. */
export function tagWords(text: string): readonly TaggedWord[] {
  const known = tagged.get(text)
  if (known) return known
  jieba ??= Jieba.withDict(dict)
  const words = jieba.tag(text)
  if (tagged.size >= MOST_REMEMBERED) tagged.clear()
  tagged.set(text, words)
  return words
}
