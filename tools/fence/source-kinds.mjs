// Which kind of source a file is, judged by its repository path alone. Shared by the lint configuration, the ratchet and the fence test.

/** Tests and what only tests use: exempt from production fences. */
export const TEST_FILE = /(\.(spec|int-spec|e2e-spec|corpus\.spec|contract|bench)\.tsx?$)|(^|\/)testing\//;
/** Written by a generator. */
export const GENERATED_FILE = /(^|\/)generated\//;
/** Projects and folders that never run in production. */
export const OUTSIDE_PRODUCTION = /^(apps\/(api|admin)-e2e|libs\/testkit|tools|bench)\//;

export const isTest = (path) => TEST_FILE.test(path);
export const isProduction = (path) => !isTest(path) && !GENERATED_FILE.test(path) && !OUTSIDE_PRODUCTION.test(path);
