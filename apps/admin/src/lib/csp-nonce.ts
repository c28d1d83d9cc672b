/** The nonce under which this page may add style tags; empty in development, where no policy is sent. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
