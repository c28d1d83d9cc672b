/** The one web-standard global that this library uses and every runtime has. Declared here, because it knows no platform. */
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
