// Exits 0 when the server in this container says that it is ready.
const response = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`, { signal: AbortSignal.timeout(4_000) }).catch(
  () => null,
);
process.exit(response?.ok ? 0 : 1);
