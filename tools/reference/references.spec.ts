import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CATALOG } from '@mcpnest/shared/errors';
import { dependencyReasons, runtimeDependencies } from './dependencies-page.mjs';
import { PAGES } from './pages.mjs';

const root = join(__dirname, '../..');
const committed = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the generated references', () => {
  it.each(Object.keys(PAGES))('stand as they would be written: %s', (path) => {
    expect(committed(path)).toBe(PAGES[path]?.());
  });

  it('name every error code and no other', () => {
    const named = [...committed('docs/reference/errors.md').matchAll(/^\| `([a-z]+\.[a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(named.sort()).toEqual(Object.keys(ERROR_CATALOG).sort());
  });

  it('give every runtime dependency one line of reason', () => {
    expect(Object.keys(dependencyReasons()).sort()).toEqual(Object.keys(runtimeDependencies()).sort());
    for (const reason of Object.values(dependencyReasons())) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('are all linked from the map of the documents', () => {
    const map = committed('docs/README.md');
    for (const path of Object.keys(PAGES).filter((name) => name.startsWith('docs/')))
      expect(map).toContain(`(${path.replace('docs/', '')})`);
  });
});

describe('links between documents', () => {
  const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/README.md', 'docs/architecture.md', 'docs/glossary.md'];

  it.each(DOCUMENTS)('lead somewhere: %s', (path) => {
    const links = [...committed(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) => link ?? '');
    const dead = links.filter((link) => !existsSync(join(root, path, '..', link)));
    expect(dead).toEqual([]);
  });
});
