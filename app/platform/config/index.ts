export { type Config, type ConfigFault, DEFAULT_SCOPES, type Role } from './config.ts';
export { loadConfig, readConfigOrExit } from './load-config.ts';
