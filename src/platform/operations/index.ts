export { createMetrics, type Metrics } from './metrics.ts'
export { startOperationsServer } from './operations-server.ts'
export { createReadiness, freeBytes, LEAST_FREE_BYTES, type Readiness } from './readiness.ts'
