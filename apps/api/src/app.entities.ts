/** Every entity class, room by room; used by the app, the commands and the tests alike. */
export const ENTITIES: Function[] = [
];
