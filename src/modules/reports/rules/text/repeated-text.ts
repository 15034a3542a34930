const PROBE = 10
const SHORTEST = 20

/** Whether a stretch of text without white space stands at least twice in the whole, as a pull quote does. Three probes must agree. */
export function standsTwice(text: string, whole: string): boolean {
  if (text.length < SHORTEST) return false
  const middle = Math.floor((text.length - PROBE) / 2)
  return [0, middle, text.length - PROBE].every((at) => {
    const probe = text.slice(at, at + PROBE)
    const first = whole.indexOf(probe)
    return first >= 0 && whole.indexOf(probe, first + 1) >= 0
  })
}

/** Whether one piece of text goes on with another elsewhere in the whole too: the two belong together. */
export function joinStandsTwice(before: string, after: string, whole: string): boolean {
  const join = before.slice(-PROBE / 2) + after.slice(0, PROBE / 2)
  const first = whole.indexOf(join)
  return join.length >= PROBE && first >= 0 && whole.indexOf(join, first + 1) >= 0
}
