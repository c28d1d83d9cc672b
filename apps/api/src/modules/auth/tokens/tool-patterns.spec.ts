import { DomainError } from '@mcpnest/shared/errors';
import { assertToolPatterns } from './tool-patterns.js';

it.each(['', 'github', ':x', 'github:', 'Git Hub:x', 'github:a b', '**:x', '-a:x'])(
  'a tool pattern may not be written as %p',
  (pattern) => {
    expect(() => assertToolPatterns(['a:b', pattern])).toThrow(DomainError);
  },
);
