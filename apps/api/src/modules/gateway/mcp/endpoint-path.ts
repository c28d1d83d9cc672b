const PREFIX = '/api/gw/';

/** Whether a request target belongs to the gateway route. */
export const isEndpointTarget = (target: string): boolean => target.startsWith(PREFIX);

/** The slug of `/api/gw/{slug}`, whatever the query string; null where the path is longer or shorter than that. */
export function slugOfTarget(target: string): string | null {
  const query = target.indexOf('?');
  const slug = target.slice(PREFIX.length, query < 0 ? undefined : query);
  return slug === '' || slug.includes('/') ? null : slug;
}
