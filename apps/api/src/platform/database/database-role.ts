import { userInfo } from 'node:os';

/** The role that a connection address names; where it names none, PostgreSQL takes the system user. */
export function roleOf(url: string): string {
  const named = /^postgres(?:ql)?:\/\/([^:@/?#]*)[:@]/i.exec(url)?.[1] || new URLSearchParams(url.split('?')[1] ?? '').get('user');
  return named ? decodeURIComponent(named) : userInfo().username;
}
