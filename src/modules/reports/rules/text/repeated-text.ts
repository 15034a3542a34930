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
