/** The version of the product; a test holds it against the root `package.json`. */
export const PRODUCT_VERSION = '0.1.0';
