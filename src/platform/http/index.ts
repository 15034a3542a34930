export { buildServer, type QuarterdeckServer } from './build-server.ts'
export { routeTablePage } from './route-table-page.ts'
export type { OpenSession, SingleSignOn } from './types.ts'
export { readUpload, uploadBody } from './upload.ts'
