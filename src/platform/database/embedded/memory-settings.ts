const MB = 1024 * 1024

/** Settings of PostgreSQL, by name, as `-c` takes them. */
type ServerSettings = Readonly<Record<string, string>>

/**
 * What the embedded server takes of a machine that it shares with our own process. PostgreSQL's defaults are those of a
 * machine of 1 GB with a turning disk: a ledger of a million items then reads its pages over and over
 * (PostgreSQL 18, Resource Consumption and Planner Cost Constants; measured by `npm run bench:ledger`).
 */
export function memorySettings(totalBytes: number): ServerSettings {
  const total = totalBytes / MB
  const between = (least: number, share: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, share)))}MB`
  return {
    // Documented as a quarter of a server of its own; we are one of several on the machine.
    shared_buffers: between(128, total / 8, 4096),
    // No memory is taken by it: it tells the planner what the operating system keeps.
    effective_cache_size: between(512, total / 2, 65_536),
    // For each sort or hash of each of sixty connections.
    work_mem: between(4, total / 1024, 32),
    maintenance_work_mem: between(64, total / 32, 1024),
    max_wal_size: '2GB',
    // Solid-state disks read anywhere at nearly the same price.
    random_page_cost: '1.1',
    // Our queries are short: compiling one costs more than it saves.
    jit: 'off',
  }
}
