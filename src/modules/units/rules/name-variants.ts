import type { Register } from '../schema.ts'
import { foldName } from './fold-name.ts'

/**
 * Endings that name the leadership of a unit; a report that says 金山区委 speaks of 金山区. The 区 or 县 before
 * them stays with the name, so that 崇明县委 is never read as the district that goes by 崇明 today.
 */
const LEADERSHIP = /^(?:党工委|党委|党组|工委|人民政府|政府|委员会|委)(?:、?[区县市]政府)?$/u

/**
 * The spellings of a folded name that a register may carry it under, in rounds: the name itself, then other
 * spellings of the same name (with or without the city's name, 委员会 for 委), then the unit whose leadership it is.
 * A later round counts only when the earlier ones find nothing.
 */
export function nameVariants(name: string, cityName: string): readonly (readonly string[])[] {
  const plain = name.startsWith('中共') ? name.slice(2) : name
  const led = leadershipStems(plain)
  return [
    [name],
    unique(spellings(plain, cityName)),
    unique(led.flatMap((stem) => [stem, ...spellings(stem, cityName)])),
  ]
}

/** The folded name of the register's city. */
export function cityNameOf(register: Register): string {
  return foldName(register.city.name)
}

function spellings(name: string, cityName: string): string[] {
  const prefixed = [name, ...otherPrefixes(name, cityName)]
  return prefixed.flatMap((form) => [form, ...otherSuffixes(form)])
}

function otherPrefixes(name: string, cityName: string): string[] {
  const short = cityName.replace(/[市县区]$/u, '')
  for (const prefix of [cityName, short])
    if (name.startsWith(prefix) && name.length > prefix.length) {
      const rest = name.slice(prefix.length)
      return [rest, `市${rest}`, cityName + rest]
    }
  return name.startsWith('市') && name.length > 1 ? [cityName + name.slice(1)] : []
}

function otherSuffixes(name: string): string[] {
  if (name.endsWith('委员会')) return [name.slice(0, -2)]
  return name.endsWith('委') ? [`${name}员会`] : []
}

/** Only the register knows which ending is the unit's own, so every one is tried; 浦东新区区委 doubles the 区. */
function leadershipStems(name: string): string[] {
  const stems: string[] = []
  for (let from = 2; from < name.length; from++)
    if (LEADERSHIP.test(name.slice(from))) stems.push(name.slice(0, from).replace(/区区$/u, '区'))
  return stems
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
