export function isJson(contentType: string | undefined): boolean { throw new Error(`unwritten ${contentType}`); }
export function isEventStream(contentType: string | undefined): boolean { throw new Error(`unwritten ${contentType}`); }
export function acceptsEventStream(accept: string | undefined): boolean { throw new Error(`unwritten ${accept}`); }
export function acceptsJson(accept: string | undefined): boolean { throw new Error(`unwritten ${accept}`); }
