import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

/** A word and its part of speech in the tag set of jieba (`v` verb, `n` noun, `ns` place). */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
}

let jieba: Jieba | undefined

/** Cuts folded text into words with their parts of speech. The dictionary is loaded once, at first use. */
export function tagWords(text: string): readonly TaggedWord[] {
  jieba ??= Jieba.withDict(dict)
  return jieba.tag(text)
}
