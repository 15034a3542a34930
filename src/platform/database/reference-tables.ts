/** Tables of the platform that no tenant owns, each with the reason; modules declare theirs in `module.ts`. */
export const REFERENCE_TABLES: Readonly<Record<string, string>> = {
  'platform.migration': 'says what was applied to this database',
  'platform.tenant': 'is the list of tenants itself',
  'platform.rate_count': 'counts requests before it is known whose they are',
}

/**
 * Schemas that a library owns, each with the reason why the rules for tables do not hold there. In exchange the
 * application role may do nothing in them.
 */
export const FOREIGN_SCHEMAS: Readonly<Record<string, string>> = {
  graphile_worker:
    'holds the jobs of all tenants as the library made it; platform.enqueue_job is the one way in',
}
