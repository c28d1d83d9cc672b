// `node --import ./tools/source-loader/register.mjs <script>` runs TypeScript sources without a build,
// so that what is generated from them can never come from a stale one.
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
