export { createTenant, findTenant, listTenants, type Tenant } from './tenants.ts'
