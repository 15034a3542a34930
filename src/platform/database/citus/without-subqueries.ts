/**
 * A policy's expression, as PostgreSQL prints it, without subqueries: Citus refuses them in policies (policy.c,
 * ErrorIfUnsupportedPolicyExpr). The forms in use ask the same by a function; undefined for any other.
 */
export function withoutSubqueries(expression: string): string | undefined {
  const plain = expression
    .replace(/\s+/g, ' ')
    // Asked once per statement instead of once per row; that is all that the subquery is for.
    .replace(/\( SELECT ((?:\w+\.)?\w+\((?:'[^']*'::text)?\)) AS \w+\)/g, '$1')
    .replace(
      /EXISTS \( SELECT FROM unnest\(\w+\.(\w+)\) (\w+)\(\2\) WHERE platform\.unit_visible\(\2\.\2(, '[^']*'::text)?\)\)/g,
      'ledger.any_unit_visible($1$3)',
    )
    .replace(
      /EXISTS \( SELECT FROM ledger\.item i WHERE \(\(i\.tenant_id = (\w+)\.tenant_id\) AND \(i\.id = \1\.item_id\)\)\)/g,
      'ledger.item_is_seen(tenant_id, item_id)',
    )
  return /\bSELECT\b/.test(plain) ? undefined : plain
}
