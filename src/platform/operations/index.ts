export { createMetrics, type Metrics } from './metrics.ts'
export { type OperationsServer, startOperationsServer } from './operations-server.ts'
export { createReadiness, type Readiness } from './readiness.ts'
