/** A sentence ends here; closing quotes and brackets may follow its mark. */
const FULL_STOP = /[。！？…]["”’』」）》]*$/
const INNER = /[。！？]/

/** Whether folded text ends as a paragraph can end. A colon does not close: what it announces follows. */
export function isTerminated(text: string): boolean {
  return FULL_STOP.test(text)
}

/** Whether any sentence ends inside folded text. */
export function hasSentence(text: string): boolean {
  return INNER.test(text)
}
