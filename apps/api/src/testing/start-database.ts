import './source-imports.cjs';
import { openRunDatabase } from './running-database.js';

/** Jest's global setup of the integration tier: one PostgreSQL for the whole run. */
export default openRunDatabase;
