/** What the global set-up hands to every test file. */
export interface ProvidedDatabase {
  /** A database in which others can be made and dropped. */
  adminUrl: string
  /** Migrated, with the fixture city loaded; nobody is connected to it. */
  template: string
  /** Begins the name of every database of this run. */
  prefix: string
}

declare module 'vitest' {
  interface ProvidedContext {
    database: ProvidedDatabase
    /** A folder of this run, deleted after it: what is made once for several files stands there. */
    runFolder: string
  }
}
