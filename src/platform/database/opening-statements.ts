const SETTING = /set_config\('([\w.]+)', ( ?E?'(?:[^'\\]|\\\\|'')*'), true\)/g

/** A permission may be called like a word of SQL: `quarterdeck.units.ledger.create`. */
export const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

/**
 * The opening of a transaction (`enterTenant`) one statement at a time, each setting by `set local`: Citus tells the
 * machines of these, in the text in which they came, and of `set_config` not (variableset.c). Elsewhere all go with
 * `begin` in one round trip.
 */
export function openingStatements(opening: string): string[] {
  const at = opening.search(/select set_config\(/)
  const before = at < 0 ? opening : opening.slice(0, at)
  const settings = [...opening.matchAll(SETTING)].map(
    ([, name, value]) => `set local ${quoted(name!)} = ${value!.trim()}`,
  )
  return [
    'begin',
    ...before
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean),
    ...settings,
  ]
}
