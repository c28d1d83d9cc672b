import './source-imports.cjs';
import { closeRunDatabase } from './running-database.js';

/** Jest's global teardown of the integration tier: ends the PostgreSQL of the run. */
export default closeRunDatabase;
