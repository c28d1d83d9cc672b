/** Variables of an environment. */
type Variables = Readonly<Record<string, string | undefined>>;

/** What tells npm where packages come from and how to get there, and nothing else of the gateway's environment. */
const NPM_VARIABLE =
  /^(PATH|HOME|(https?|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|npm_config_(registry|userconfig|globalconfig|ca|cafile|strict_ssl|proxy|https_proxy|noproxy|before|fetch_\w+|@.+:registry|\/\/.+))$/i;

/** What tells the program of a container engine where its engine is. */
const ENGINE_VARIABLE =
  /^(PATH|HOME|XDG_RUNTIME_DIR|XDG_CONFIG_HOME|XDG_DATA_HOME|DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS_VERIFY)|CONTAINER_HOST|CONTAINERS_(CONF|STORAGE_CONF|REGISTRIES_CONF))$/;

/** The machine's own configuration of its container engine, as far as it stands in variables. */
export const engineVariables = (source: Variables): Readonly<Record<string, string>> => chosen(source, [ENGINE_VARIABLE]);

/** The same of pip. */
const PIP_VARIABLE =
  /^(REQUESTS_CA_BUNDLE|XDG_CONFIG_(HOME|DIRS)|PIP_((EXTRA_)?INDEX_URL|NO_INDEX|FIND_LINKS|CONFIG_FILE|CERT|CLIENT_CERT|TRUSTED_HOST|PROXY|(DEFAULT_)?TIMEOUT|CONSTRAINT|KEYRING_PROVIDER))$/i;

/** The same of uv, which brings pip where it is missing: where packages and Pythons are, and nothing of what it does with them. */
const UV_VARIABLE =
  /^(SSL_CLIENT_CERT|XDG_DATA_HOME|UV_((DEFAULT_)?INDEX|(EXTRA_)?INDEX_URL|INDEX_\w+_(USERNAME|PASSWORD)|FIND_LINKS|CONFIG_FILE|INSECURE_HOST|SYSTEM_CERTS|NATIVE_TLS|OFFLINE|HTTP_(CONNECT_)?TIMEOUT|HTTP_RETRIES|PYTHON_INSTALL_DIR))$/;

/** The machine's own configuration of npm, pip and uv, as far as it stands in variables. */
export const registryVariables = (source: Variables): Readonly<Record<string, string>> =>
  chosen(source, [NPM_VARIABLE, PIP_VARIABLE, UV_VARIABLE]);

function chosen(source: Variables, patterns: readonly RegExp[]): Readonly<Record<string, string>> {
  const isTheirs = (name: string): boolean => patterns.some((one) => one.test(name));
  return Object.fromEntries(Object.entries(source).flatMap(([name, value]) => (isTheirs(name) && value ? [[name, value]] : [])));
}
